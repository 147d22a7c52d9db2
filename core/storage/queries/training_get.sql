SELECT * FROM training WHERE training_id = $training_id
