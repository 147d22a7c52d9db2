-- A firm has agreed to be named where one of its live cards may be seen by everybody.
SELECT DISTINCT firm_id FROM live_resource
WHERE region_id = $region_id AND visibility = 'everybody' AND NOT is_draft
