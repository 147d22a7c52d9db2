SELECT at, user_id, role, action, changed_fields
FROM audit
WHERE record_type = $record_type AND record_id = $record_id
ORDER BY at DESC, audit_id DESC
