-- When something was last heard of each synergy; notes are no contact.
SELECT log_entry.synergy_id, max(log_entry.made_on) AS last_contact_on, count(*) AS contacts
FROM log_entry
JOIN synergy USING (synergy_id)
WHERE synergy.region_id = $region_id AND log_entry.retired_at IS NULL AND log_entry.way <> 'note'
GROUP BY log_entry.synergy_id
ORDER BY log_entry.synergy_id
