SELECT * FROM synergy_barrier WHERE barrier_id = $barrier_id
