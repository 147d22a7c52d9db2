SELECT site_nace.* FROM site_nace JOIN site USING (site_id)
WHERE site.firm_id = $firm_id
ORDER BY is_main DESC, code
