UPDATE opportunity SET
    site_id = $site_id, measure = $measure, carrier = $carrier, visit_id = $visit_id,
    saving_per_year = $saving_per_year, saving_unit = $saving_unit, saving_try_per_year = $saving_try_per_year,
    investment_try = $investment_try, price_date = $price_date, state = $state, updated_at = $updated_at,
    row_version = row_version + 1
WHERE opportunity_id = $opportunity_id AND row_version = $row_version AND retired_at IS NULL
RETURNING row_version
