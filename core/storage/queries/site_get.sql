SELECT * FROM site WHERE site_id = $site_id
