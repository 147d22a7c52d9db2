UPDATE meeting SET
    body_id = $body_id, held_on = $held_on, place = $place, subject = $subject, women = $women,
    men = $men, not_said = $not_said, updated_at = $updated_at, row_version = row_version + 1
WHERE meeting_id = $meeting_id AND row_version = $row_version AND retired_at IS NULL
RETURNING row_version
