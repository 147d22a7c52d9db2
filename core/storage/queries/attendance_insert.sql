INSERT INTO workshop_attendance (workshop_id, firm_id, women, men, not_said)
VALUES ($workshop_id, $firm_id, $women, $men, $not_said)
