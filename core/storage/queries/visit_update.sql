UPDATE visit SET
    site_id = $site_id, advisor_id = $advisor_id, visited_on = $visited_on, notes = $notes,
    next_steps = $next_steps, closed_at = $closed_at, updated_at = $updated_at,
    row_version = row_version + 1
WHERE visit_id = $visit_id AND row_version = $row_version
RETURNING row_version
