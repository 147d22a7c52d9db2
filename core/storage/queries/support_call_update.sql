UPDATE support_call SET
    name = $name, funder = $funder, opens_on = $opens_on, closes_on = $closes_on, budget_try = $budget_try,
    highest_share = $highest_share, highest_grant_try = $highest_grant_try, needed = $needed,
    conditions = $conditions, address = $address, system = $system, updated_at = $updated_at,
    row_version = row_version + 1
WHERE call_id = $call_id AND row_version = $row_version
RETURNING row_version
