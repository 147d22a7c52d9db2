UPDATE exchange_rate SET retired_at = $now, updated_at = $now, row_version = row_version + 1 WHERE rate_id = $rate_id
