-- The papers noted for a synergy, with the name of who noted them where it is known.
SELECT legal_paper.*, coalesce(user_account.name, legal_paper.noted_by) AS person
FROM legal_paper LEFT JOIN user_account ON user_account.user_id = legal_paper.noted_by
WHERE legal_paper.synergy_id = $synergy_id
