SELECT impact_evidence.entry_id, synergy_file.synergy_file_id, synergy_file.name, synergy_file.document_kind,
       synergy_file.document_on, synergy_file.retired_at
FROM impact_evidence
JOIN synergy_file ON synergy_file.synergy_file_id = impact_evidence.synergy_file_id
JOIN synergy ON synergy.synergy_id = synergy_file.synergy_id
WHERE synergy.region_id = $region_id
ORDER BY impact_evidence.entry_id, synergy_file.name
