SELECT synergy_party.party_id, synergy_party.synergy_id, synergy_party.firm_id, synergy_party.role,
       synergy_party.resource_id, synergy_party.row_version, firm.name AS firm_name, resource.name AS resource_name
FROM synergy_party
LEFT JOIN firm USING (firm_id)
LEFT JOIN resource USING (resource_id)
WHERE synergy_party.synergy_id = $synergy_id AND synergy_party.retired_at IS NULL
ORDER BY synergy_party.created_at, synergy_party.party_id
