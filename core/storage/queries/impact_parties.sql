SELECT firm_id, name FROM firm
WHERE firm_id IN (
    SELECT giver_firm_id FROM synergy WHERE synergy_id = $synergy_id
    UNION SELECT taker_firm_id FROM synergy WHERE synergy_id = $synergy_id
    UNION SELECT firm_id FROM synergy_party WHERE synergy_id = $synergy_id AND retired_at IS NULL
)
ORDER BY name COLLATE tr
