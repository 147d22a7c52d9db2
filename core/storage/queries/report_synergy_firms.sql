-- Every firm whose figures those of a synergy are: giver, taker, processor. Who only carries hides nobody.
SELECT DISTINCT synergy_id, firm_id FROM (
    SELECT synergy_id, unnest([giver_firm_id, taker_firm_id]) AS firm_id FROM synergy WHERE region_id = $region_id
    UNION ALL
    SELECT synergy_party.synergy_id, synergy_party.firm_id FROM synergy_party JOIN synergy USING (synergy_id)
    WHERE synergy.region_id = $region_id AND synergy_party.retired_at IS NULL
      AND synergy_party.role <> 'carrier'
)
ORDER BY synergy_id, firm_id
