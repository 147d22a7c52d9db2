INSERT INTO support_call (
    call_id, region_id, name, funder, opens_on, closes_on, budget_try, highest_share, highest_grant_try, needed,
    conditions, address, system, is_sample, row_version, created_at, updated_at
)
VALUES (
    $call_id, $region_id, $name, $funder, $opens_on, $closes_on, $budget_try, $highest_share,
    $highest_grant_try, $needed, $conditions, $address, $system, $is_sample, $row_version, $created_at,
    $updated_at
)
