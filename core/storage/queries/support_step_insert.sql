INSERT INTO support_step (application_id, position, what, starts_on, ends_on)
VALUES ($application_id, $position, $what, $starts_on, $ends_on)
