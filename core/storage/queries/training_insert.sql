INSERT INTO training (
    training_id, region_id, kind, subject, held_on, hours, place, women, men, not_said, is_sample,
    created_at, updated_at, row_version
)
VALUES (
    $training_id, $region_id, $kind, $subject, $held_on, $hours, $place, $women, $men, $not_said,
    $is_sample, $created_at, $updated_at, $row_version
)
