INSERT INTO visit (
    visit_id, site_id, advisor_id, visited_on, notes, next_steps, closed_at, row_version, created_at,
    updated_at
)
VALUES (
    $visit_id, $site_id, $advisor_id, $visited_on, $notes, $next_steps, $closed_at, $row_version, $created_at,
    $updated_at
)
