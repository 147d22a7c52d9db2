-- What is still open, by whoever answers for it; ids without an account too.
SELECT user_id, sum(synergies)::INTEGER AS synergies, sum(actions)::INTEGER AS actions,
       sum(visits)::INTEGER AS visits
FROM (
    SELECT owner_id AS user_id, 1 AS synergies, 0 AS actions, 0 AS visits
    FROM synergy WHERE region_id = $region_id AND stage <> 'dropped'
    UNION ALL
    SELECT owner_id, 0, 1, 0
    FROM meeting_action JOIN meeting USING (meeting_id)
    WHERE region_id = $region_id AND state = 'open' AND meeting_action.retired_at IS NULL
        AND meeting.retired_at IS NULL
    UNION ALL
    SELECT advisor_id, 0, 0, 1
    FROM visit JOIN site USING (site_id) JOIN firm USING (firm_id)
    WHERE firm.region_id = $region_id AND closed_at IS NULL
)
WHERE user_id IS NOT NULL
GROUP BY user_id
ORDER BY user_id
