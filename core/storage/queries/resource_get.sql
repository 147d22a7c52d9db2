SELECT * FROM resource WHERE resource_id = $resource_id
