SELECT site_nace.* FROM site_nace JOIN site USING (site_id) JOIN firm USING (firm_id)
WHERE firm.region_id = $region_id
ORDER BY is_main DESC, code
