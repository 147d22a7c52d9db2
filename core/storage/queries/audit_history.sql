SELECT acted_at, user_id, role, action, changed_fields
FROM audit
WHERE record_type = $record_type AND record_id = $record_id
ORDER BY acted_at DESC, audit_id DESC
