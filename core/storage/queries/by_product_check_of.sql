-- The by-product checks of a synergy, newest first, with the name of who made them where it is known.
SELECT by_product_check.*, coalesce(user_account.name, by_product_check.checked_by) AS person
FROM by_product_check LEFT JOIN user_account ON user_account.user_id = by_product_check.checked_by
WHERE by_product_check.synergy_id = $synergy_id
ORDER BY by_product_check.created_at DESC, by_product_check.check_id DESC
