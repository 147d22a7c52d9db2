UPDATE training SET
    kind = $kind, subject = $subject, held_on = $held_on, hours = $hours, place = $place,
    women = $women, men = $men, not_said = $not_said, updated_at = $updated_at,
    row_version = row_version + 1
WHERE training_id = $training_id AND row_version = $row_version AND retired_at IS NULL
RETURNING row_version
