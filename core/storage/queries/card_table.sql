-- What the ranking knows of the region's cards: of all that are not drafts and have something left, or of one, whatever
-- it is. The amount is what running synergies leave.
SELECT resource.resource_id, resource.direction, resource.name, resource.kind, resource.description,
       resource.composition, resource.waste_codes, resource_left.remaining_amount AS yearly_amount,
       resource.yearly_unit, resource.months, resource.firm_id,
       site.activity, site.lat, site.lon, site.zone_id,
       (SELECT string_agg(code, ';' ORDER BY is_main DESC, code) FROM site_nace
        WHERE site_nace.site_id = resource.site_id) AS nace
FROM live_resource AS resource
JOIN live_site AS site USING (site_id)
JOIN resource_left USING (resource_id)
WHERE resource.region_id = $region_id
  AND CASE WHEN $resource_id IS NULL THEN NOT resource.is_draft AND NOT resource_left.is_used_up
           ELSE resource.resource_id = $resource_id END
ORDER BY resource.resource_id
