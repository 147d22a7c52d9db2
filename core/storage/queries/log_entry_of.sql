SELECT log_entry.log_entry_id, log_entry.way, log_entry.made_on, log_entry.firm_id, log_entry.contact_id,
       log_entry.note, log_entry.made_by, log_entry.row_version, firm.name AS firm_name,
       contact.name AS contact_name
FROM log_entry
LEFT JOIN firm ON firm.firm_id = log_entry.firm_id
LEFT JOIN contact ON contact.contact_id = log_entry.contact_id
WHERE log_entry.synergy_id = $synergy_id AND log_entry.retired_at IS NULL
ORDER BY log_entry.made_on DESC, log_entry.created_at DESC, log_entry.log_entry_id DESC
