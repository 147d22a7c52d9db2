UPDATE visit SET advisor_id = $to_id, updated_at = $now, row_version = row_version + 1
WHERE advisor_id = $from_id AND closed_at IS NULL
    AND site_id IN (SELECT site_id FROM site JOIN firm USING (firm_id) WHERE firm.region_id = $region_id)
RETURNING visit_id AS record_id
