-- Whether an entry that was neither withdrawn nor refused rests on a file; a corrected one still does.
SELECT impact_entry.entry_id
FROM impact_evidence
JOIN impact_entry USING (entry_id)
WHERE impact_evidence.synergy_file_id = $synergy_file_id
  AND impact_entry.withdrawn_on IS NULL AND impact_entry.refused_on IS NULL
LIMIT 1
