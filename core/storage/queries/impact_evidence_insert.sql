INSERT INTO impact_evidence (entry_id, synergy_file_id, added_by, added_at)
VALUES ($entry_id, $synergy_file_id, $added_by, $added_at)
