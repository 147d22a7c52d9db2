-- Firms of a region that an id, an external id or an exact name means.
SELECT firm_id FROM live_firm
WHERE region_id = $region_id AND (firm_id = $said OR external_id = $said OR name = $said)
ORDER BY firm_id
