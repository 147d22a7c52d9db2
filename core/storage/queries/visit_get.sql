SELECT * FROM visit WHERE visit_id = $visit_id
