INSERT INTO synergy_party (
    party_id, synergy_id, firm_id, role, resource_id, row_version, created_at, updated_at
)
VALUES ($party_id, $synergy_id, $firm_id, $role, $resource_id, $row_version, $created_at, $updated_at)
