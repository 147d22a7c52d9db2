DELETE FROM training_attendance WHERE training_id = $training_id AND firm_id = $firm_id
