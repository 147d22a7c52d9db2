SELECT synergy_party.party_id, synergy_party.synergy_id, synergy_party.firm_id, firm.name AS firm_name,
       synergy_party.role, synergy_party.resource_id, resource.name AS resource_name
FROM synergy_party
JOIN synergy USING (synergy_id)
LEFT JOIN firm USING (firm_id)
LEFT JOIN resource USING (resource_id)
WHERE synergy.region_id = $region_id AND synergy_party.retired_at IS NULL
ORDER BY synergy_party.synergy_id, synergy_party.created_at, synergy_party.party_id
