INSERT INTO site_permit (site_id, position, kind, operation, waste_code, valid_until)
VALUES ($site_id, $position, $kind, $operation, $waste_code, $valid_until)
