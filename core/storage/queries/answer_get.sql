SELECT * FROM answer WHERE answer_id = $answer_id
