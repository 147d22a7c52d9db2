SELECT resource.*, firm.name AS firm_name, firm.is_sample, site.name AS site_name, site.place, site.zone_id,
       site.zone_name_tr, site.zone_name_en, site.zone_short_name, site.district, site.lat, site.lon,
       site.coordinate_quality, site.nace, site.activity, photo.resource_id IS NOT NULL AS has_photo,
       resource_left.taken_by, resource_left.taken_amount, resource_left.remaining_amount, resource_left.is_used_up
FROM live_resource AS resource
JOIN live_site AS site USING (site_id)
JOIN live_firm AS firm ON firm.firm_id = resource.firm_id
JOIN resource_left USING (resource_id)
LEFT JOIN resource_photo AS photo USING (resource_id)
WHERE resource.region_id = $region_id
ORDER BY resource.resource_id
