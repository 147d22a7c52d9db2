SELECT stage, count(DISTINCT synergy_id) AS synergies, count(DISTINCT firm_id) AS firms
FROM (
    SELECT stage, synergy_id, unnest([giver_firm_id, taker_firm_id]) AS firm_id
    FROM synergy WHERE region_id = $region_id
)
GROUP BY stage
