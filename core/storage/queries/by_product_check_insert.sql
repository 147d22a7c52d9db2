INSERT INTO by_product_check (check_id, synergy_id, result, checked_on, checked_by, note, created_at)
VALUES ($check_id, $synergy_id, $result, $checked_on, $checked_by, $note, $created_at)
