UPDATE synergy SET
    region_id = $region_id, title = $title, giver_firm_id = $giver_firm_id, taker_firm_id = $taker_firm_id,
    have_id = $have_id, want_id = $want_id, kind = $kind, said_by = $said_by, stage = $stage,
    stage_since = $stage_since, stall_reason = $stall_reason, owner_id = $owner_id, next_action = $next_action,
    next_action_on = $next_action_on, quantity = $quantity, unit = $unit, period = $period,
    workshop_id = $workshop_id, visit_id = $visit_id, notes = $notes, is_pilot = $is_pilot,
    recurrence = $recurrence, yearly_amount = $yearly_amount, yearly_unit = $yearly_unit,
    price_per_unit = $price_per_unit, price_unit = $price_unit, price_date = $price_date, updated_at = $updated_at,
    row_version = row_version + 1
WHERE synergy_id = $synergy_id AND row_version = $row_version
RETURNING row_version
