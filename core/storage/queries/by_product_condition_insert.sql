INSERT INTO by_product_condition (check_id, condition_id, said, note)
VALUES ($check_id, $condition_id, $said, $note)
