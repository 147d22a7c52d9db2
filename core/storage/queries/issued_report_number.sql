SELECT coalesce(max(number), 0) + 1 AS number FROM issued_report WHERE region_id = $region_id
