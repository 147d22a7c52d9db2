-- Whoever reached a later stage has passed the earlier ones, even where nobody wrote them down.
WITH life(stage, position) AS (
    VALUES ('idea', 1), ('contacted', 2), ('meeting', 3), ('sample', 4), ('feasibility', 5), ('agreement', 6),
           ('running', 7), ('verified', 8)
),
furthest AS (
    SELECT synergy_id, max(position) AS position
    FROM synergy_stage JOIN life USING (stage)
    GROUP BY synergy_id
)
SELECT life.stage, count(DISTINCT synergy.synergy_id) AS synergies,
       count(DISTINCT side.firm_id) AS firms
FROM life
LEFT JOIN furthest ON furthest.position >= life.position
LEFT JOIN synergy ON synergy.synergy_id = furthest.synergy_id AND synergy.region_id = $region_id
LEFT JOIN (
    SELECT synergy_id, unnest([giver_firm_id, taker_firm_id]) AS firm_id FROM synergy
) AS side ON side.synergy_id = synergy.synergy_id
GROUP BY life.stage, life.position
ORDER BY life.position
