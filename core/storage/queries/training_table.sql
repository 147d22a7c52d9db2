SELECT * FROM attended_training WHERE region_id = $region_id ORDER BY held_on DESC, training_id DESC
