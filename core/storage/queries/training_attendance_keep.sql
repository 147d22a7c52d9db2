INSERT OR REPLACE INTO training_attendance (training_id, firm_id, women, men, not_said)
VALUES ($training_id, $firm_id, $women, $men, $not_said)
