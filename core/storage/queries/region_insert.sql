INSERT INTO region (region_id, name_tr, name_en, is_sample) VALUES ($region_id, $name_tr, $name_en, $is_sample)
