UPDATE synergy_party SET
    firm_id = $firm_id, role = $role, resource_id = $resource_id, updated_at = $updated_at,
    row_version = row_version + 1
WHERE party_id = $party_id AND row_version = $row_version AND retired_at IS NULL
RETURNING row_version
