SELECT visit.visit_id, visit.site_id, site.name AS site_name, visit.visited_on, visit.advisor_id,
       coalesce(user_account.name, visit.advisor_id) AS advisor, visit.next_steps, visit.notes,
       visit.closed_at IS NOT NULL AS is_closed
FROM visit
JOIN site USING (site_id)
LEFT JOIN user_account ON user_account.user_id = visit.advisor_id
WHERE site.firm_id = $firm_id
ORDER BY visit.visited_on DESC, visit.visit_id DESC
