INSERT INTO support_cost (application_id, position, item, amount_try)
VALUES ($application_id, $position, $item, $amount_try)
