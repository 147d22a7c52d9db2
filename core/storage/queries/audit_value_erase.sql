DELETE FROM audit_value
WHERE audit_id IN (SELECT audit_id FROM audit WHERE record_type = $record_type AND record_id = $record_id)
