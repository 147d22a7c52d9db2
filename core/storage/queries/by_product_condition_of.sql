SELECT by_product_condition.*
FROM by_product_condition JOIN by_product_check USING (check_id)
WHERE by_product_check.synergy_id = $synergy_id
