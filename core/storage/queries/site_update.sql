UPDATE site SET
    firm_id = $firm_id, name = $name, place = $place, zone_id = $zone_id, district = $district, lat = $lat,
    lon = $lon, coordinate_quality = $coordinate_quality, activity = $activity,
    electricity_kwh_per_year = $electricity_kwh_per_year, gas_sm3_per_year = $gas_sm3_per_year,
    water_m3_per_year = $water_m3_per_year, output_quantity = $output_quantity, output_unit = $output_unit,
    output_product = $output_product, updated_at = $updated_at,
    row_version = row_version + 1
WHERE site_id = $site_id AND row_version = $row_version AND retired_at IS NULL
RETURNING row_version
