-- Every firm that takes part in a synergy: figures of a synergy are figures of all of them.
SELECT DISTINCT synergy_id, firm_id FROM (
    SELECT synergy_id, unnest([giver_firm_id, taker_firm_id]) AS firm_id FROM synergy WHERE region_id = $region_id
    UNION ALL
    SELECT synergy_party.synergy_id, synergy_party.firm_id FROM synergy_party JOIN synergy USING (synergy_id)
    WHERE synergy.region_id = $region_id AND synergy_party.retired_at IS NULL
)
ORDER BY synergy_id, firm_id
