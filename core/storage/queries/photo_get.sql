SELECT resource_id, content, width, height FROM resource_photo WHERE resource_id = $resource_id
