SELECT * FROM research WHERE region_id = $region_id AND retired_at IS NULL ORDER BY title_tr COLLATE tr, research_id
