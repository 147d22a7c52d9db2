-- How many live firms of a region work in an activity class (its digits).
SELECT count(DISTINCT firm.firm_id) AS firms
FROM live_site AS site
JOIN live_firm AS firm USING (firm_id)
JOIN site_nace USING (site_id)
WHERE firm.region_id = $region_id AND starts_with(replace(site_nace.code, '.', ''), $digits)
