SELECT zone_target.*
FROM zone_target
JOIN zone USING (zone_id)
WHERE zone.region_id = $region_id AND zone_target.retired_at IS NULL
ORDER BY zone_id, counted_as, zone_target_id
