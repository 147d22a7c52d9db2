INSERT INTO synergy (
    synergy_id, region_id, title, giver_firm_id, taker_firm_id, have_id, want_id, kind, said_by, stage,
    stage_since, stall_reason, owner_id, next_action, next_action_on, quantity, unit, period, workshop_id,
    visit_id, notes, is_pilot, recurrence, yearly_amount, yearly_unit, price_per_unit, price_unit,
    price_date, row_version, created_at, updated_at
)
VALUES (
    $synergy_id, $region_id, $title, $giver_firm_id, $taker_firm_id, $have_id, $want_id, $kind, $said_by,
    $stage, $stage_since, $stall_reason, $owner_id, $next_action, $next_action_on, $quantity, $unit, $period,
    $workshop_id, $visit_id, $notes, $is_pilot, $recurrence, $yearly_amount, $yearly_unit,
    $price_per_unit, $price_unit, $price_date, $row_version, $created_at, $updated_at
)
