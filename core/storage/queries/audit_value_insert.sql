INSERT INTO audit_value (audit_id, values_json) VALUES ($audit_id, $values_json)
