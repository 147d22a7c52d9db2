-- The answers of a synergy, with the name of who gave them where it is known.
SELECT legal_answer.*, coalesce(user_account.name, legal_answer.answered_by) AS person
FROM legal_answer LEFT JOIN user_account ON user_account.user_id = legal_answer.answered_by
WHERE legal_answer.synergy_id = $synergy_id
