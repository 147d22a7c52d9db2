UPDATE legal_path
SET route = $route, carrier = $carrier, chosen_by = $chosen_by, updated_at = $updated_at, row_version = row_version + 1
WHERE synergy_id = $synergy_id AND row_version = $row_version
