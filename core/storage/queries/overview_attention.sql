WITH followed AS (
    SELECT synergy.*, giver.name || ' → ' || taker.name AS firm_name
    FROM synergy
    LEFT JOIN firm AS giver ON giver.firm_id = synergy.giver_firm_id
    LEFT JOIN firm AS taker ON taker.firm_id = synergy.taker_firm_id
    WHERE synergy.region_id = $region_id AND stage NOT IN ('idea', 'verified', 'stalled', 'dropped')
),
found AS (
    SELECT 1 AS urgency, 'overdue' AS reason, 'synergy' AS record_type, synergy_id AS record_id,
           coalesce(next_action, title) AS title, firm_name, next_action_on AS since
    FROM followed WHERE next_action_on < $today
    UNION ALL
    SELECT 2, 'silent', 'synergy', synergy_id, title, firm_name, stage_since
    FROM followed
    WHERE next_action_on IS NULL AND stage <> 'running' AND stage_since < $today - to_days($silent_days)
    UNION ALL
    SELECT 3, 'open_visit', 'visit', visit_id, live_site.name, live_firm.name, visited_on
    FROM visit JOIN live_site USING (site_id) JOIN live_firm USING (firm_id)
    WHERE live_firm.region_id = $region_id AND closed_at IS NULL
    UNION ALL
    SELECT 4, 'draft_card', 'resource', resource_id, live_resource.name, live_firm.name, CAST(entered_at AS DATE)
    FROM live_resource JOIN live_firm USING (firm_id)
    WHERE live_resource.region_id = $region_id AND is_draft
)
SELECT reason, record_type, record_id, title, firm_name, since
FROM found
ORDER BY urgency, since, record_id
