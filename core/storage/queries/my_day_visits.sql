SELECT visit.visit_id, visit.visited_on, visit.advisor_id, live_site.name AS site_name, live_firm.name AS firm_name,
       live_firm.firm_id, count(*) OVER () AS found
FROM visit
JOIN live_site USING (site_id)
JOIN live_firm USING (firm_id)
WHERE live_firm.region_id = $region_id AND visit.closed_at IS NULL
  AND ($owner_id IS NULL OR visit.advisor_id = $owner_id)
ORDER BY visit.visited_on, visit.visit_id
LIMIT $most
