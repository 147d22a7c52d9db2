SELECT firm.firm_id, firm.name, firm.size_class, firm.tax_number, firm.external_id, firm.about, firm.is_sample,
       firm.row_version, site.site_id, site.name AS site_name, site.place, site.zone_id, site.zone_name_tr,
       site.zone_name_en, site.zone_short_name, site.district, site.lat, site.lon, site.coordinate_quality,
       site.nace, site.nace_revision, site.activity
FROM live_firm AS firm
LEFT JOIN live_site AS site USING (firm_id)
WHERE firm.region_id = $region_id
ORDER BY firm.name COLLATE tr, site.name COLLATE tr
