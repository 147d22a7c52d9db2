SELECT visit.*, site.name AS site_name, site.district, firm.firm_id, firm.name AS firm_name
FROM visit
JOIN site USING (site_id)
JOIN firm ON firm.firm_id = site.firm_id
WHERE firm.region_id = $region_id
ORDER BY visit.visited_on DESC, visit.visit_id DESC
