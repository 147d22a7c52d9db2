SELECT * FROM opportunity WHERE site_id = $site_id AND retired_at IS NULL ORDER BY opportunity_id
