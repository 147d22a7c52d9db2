SELECT 'giver' AS side, site_nace.code AS nace
FROM synergy
JOIN site ON site.firm_id = synergy.giver_firm_id AND site.retired_at IS NULL
JOIN site_nace ON site_nace.site_id = site.site_id
WHERE synergy.synergy_id = $synergy_id
UNION
SELECT 'taker', site_nace.code
FROM synergy
JOIN site ON site.firm_id = synergy.taker_firm_id AND site.retired_at IS NULL
JOIN site_nace ON site_nace.site_id = site.site_id
WHERE synergy.synergy_id = $synergy_id
ORDER BY side, nace
