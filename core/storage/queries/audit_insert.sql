INSERT INTO audit (audit_id, at, user_id, role, action, record_type, record_id, changed_fields, values_digest)
VALUES ($audit_id, $at, $user_id, $role, $action, $record_type, $record_id, $changed_fields, $values_digest)
