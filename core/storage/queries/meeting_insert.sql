INSERT INTO meeting (
    meeting_id, region_id, body_id, held_on, place, subject, women, men, not_said, is_sample,
    created_at, updated_at, row_version
)
VALUES (
    $meeting_id, $region_id, $body_id, $held_on, $place, $subject, $women, $men, $not_said, $is_sample,
    $created_at, $updated_at, $row_version
)
