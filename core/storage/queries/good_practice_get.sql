SELECT * FROM good_practice WHERE sheet_id = $sheet_id
