INSERT INTO opportunity (
    opportunity_id, site_id, measure, carrier, visit_id, saving_per_year, saving_unit, saving_try_per_year,
    investment_try, price_date, state, row_version, created_at, updated_at
)
VALUES (
    $opportunity_id, $site_id, $measure, $carrier, $visit_id, $saving_per_year, $saving_unit,
    $saving_try_per_year, $investment_try, $price_date, $state, $row_version, $created_at, $updated_at
)
