-- One number for all that the ranking knows of each card of card_table.sql: it changes when any of it does.
SELECT resource.resource_id,
       hash(resource.direction, resource.name, resource.kind, resource.description, resource.composition,
            resource.waste_codes, resource_left.remaining_amount, resource.yearly_unit, resource.months,
            resource.firm_id, site.activity, site.lat, site.lon, site.zone_id, codes.nace) AS fingerprint
FROM live_resource AS resource
JOIN live_site AS site USING (site_id)
JOIN resource_left USING (resource_id)
LEFT JOIN (SELECT site_id, string_agg(code, ';' ORDER BY is_main DESC, code) AS nace
           FROM site_nace GROUP BY site_id) AS codes USING (site_id)
WHERE resource.region_id = $region_id AND NOT resource.is_draft AND NOT resource_left.is_used_up
ORDER BY resource.resource_id
