SELECT * FROM resource ORDER BY resource_id
