INSERT INTO site_nace (site_id, code, revision, is_main) VALUES ($site_id, $code, $revision, $is_main)
