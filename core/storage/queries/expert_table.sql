-- Numbers in names in their order: 2 before 10.
SELECT * FROM expert WHERE region_id = $region_id AND erased_at IS NULL
ORDER BY
    regexp_replace(name, '[0-9]+', '0') COLLATE tr,
    try_cast(nullif(regexp_extract(name, '[0-9]+'), '') AS BIGINT),
    name COLLATE tr,
    expert_id
