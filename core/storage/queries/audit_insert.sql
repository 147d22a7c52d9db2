INSERT INTO audit (audit_id, acted_at, user_id, role, action, record_type, record_id, changed_fields, values_digest)
VALUES ($audit_id, $acted_at, $user_id, $role, $action, $record_type, $record_id, $changed_fields, $values_digest)
