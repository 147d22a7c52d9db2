SELECT attended.*, firm.name AS firm_name
FROM training_attendance AS attended
LEFT JOIN firm USING (firm_id)
WHERE attended.training_id = $training_id
ORDER BY firm.name COLLATE tr, attended.firm_id
