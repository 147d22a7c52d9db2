INSERT INTO good_practice (
    sheet_id, region_id, synergy_id, title_tr, title_en, challenge_tr, challenge_en, exchanged_tr, exchanged_en,
    learnt_tr, learnt_en, needed_tr, needed_en, is_sample, created_at, updated_at, row_version
)
VALUES (
    $sheet_id, $region_id, $synergy_id, $title_tr, $title_en, $challenge_tr, $challenge_en, $exchanged_tr, $exchanged_en,
    $learnt_tr, $learnt_en, $needed_tr, $needed_en, $is_sample, $created_at, $updated_at, $row_version
)
