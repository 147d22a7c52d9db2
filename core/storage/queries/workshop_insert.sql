INSERT INTO workshop (workshop_id, region_id, name, held_on, place)
VALUES ($workshop_id, $region_id, $name, $held_on, $place)
