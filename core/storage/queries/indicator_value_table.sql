SELECT indicator_value.*
FROM indicator_value
JOIN programme_indicator USING (indicator_id)
WHERE programme_indicator.region_id = $region_id AND indicator_value.retired_at IS NULL
ORDER BY indicator_value.as_of, indicator_value.created_at
