SELECT synergy_id, reason
FROM synergy_barrier
WHERE synergy_id IN (SELECT unnest($synergy_ids)) AND removed_on IS NULL AND retired_at IS NULL
ORDER BY seen_on DESC, barrier_id
