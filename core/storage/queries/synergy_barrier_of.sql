SELECT * FROM synergy_barrier
WHERE synergy_id = $synergy_id AND retired_at IS NULL
ORDER BY removed_on IS NOT NULL, seen_on DESC, barrier_id
