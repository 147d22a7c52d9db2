UPDATE good_practice SET
    title_tr = $title_tr, title_en = $title_en, challenge_tr = $challenge_tr, challenge_en = $challenge_en,
    exchanged_tr = $exchanged_tr, exchanged_en = $exchanged_en, learnt_tr = $learnt_tr, learnt_en = $learnt_en,
    needed_tr = $needed_tr, needed_en = $needed_en, updated_at = $updated_at, row_version = row_version + 1
WHERE sheet_id = $sheet_id AND row_version = $row_version
RETURNING row_version
