-- Codes that our lists lack. An activity code may be of another revision and is kept; a waste code should not be there.
SELECT 'site' AS record_type, site_id AS record_id, 'nace' AS field, code AS value
FROM site_nace WHERE NOT EXISTS (SELECT 1 FROM nace WHERE nace.code = site_nace.code)
UNION ALL
SELECT 'resource', resource_id, 'waste_codes', said.code
FROM (SELECT resource_id, unnest(string_split(waste_codes, ';')) AS code FROM resource) AS said
WHERE said.code <> '' AND NOT EXISTS (SELECT 1 FROM waste_code WHERE waste_code.code = said.code)
ORDER BY record_type, record_id, value
