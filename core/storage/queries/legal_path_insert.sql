INSERT INTO legal_path (synergy_id, route, carrier, chosen_by, updated_at)
VALUES ($synergy_id, $route, $carrier, $chosen_by, $updated_at)
