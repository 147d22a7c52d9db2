-- The region's sites with all that says what they do, for whoever asks by activity; nobody is shown it unmasked.
SELECT site.site_id, site.firm_id, firm.name AS firm_name, site.name AS site_name, site.place, site.zone_id,
       site.zone_name_tr, site.zone_name_en, site.district, site.lat, site.lon, site.activity, site.nace,
       (SELECT string_agg(code, ';' ORDER BY is_main DESC, code) FROM site_nace
        WHERE site_nace.site_id = site.site_id) AS nace_codes
FROM live_site AS site
JOIN live_firm AS firm USING (firm_id)
WHERE firm.region_id = $region_id
ORDER BY site.site_id
