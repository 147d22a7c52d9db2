-- The site that a side of a synergy exchanges at: that of its card, else the firm's first with a main activity code.
SELECT site.site_id, main.code AS nace
FROM site
LEFT JOIN site_nace AS main ON main.site_id = site.site_id AND main.is_main
WHERE site.firm_id = $firm_id
ORDER BY site.site_id = (SELECT site_id FROM resource WHERE resource_id = $resource_id) DESC NULLS LAST,
         main.code IS NULL, site.site_id
LIMIT 1
