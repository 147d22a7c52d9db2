INSERT INTO answer (
    answer_id, region_id, firm_id, have_id, want_id, verdict, reason, note, score, rank, answered_by, answered_at
)
VALUES (
    $answer_id, $region_id, $firm_id, $have_id, $want_id, $verdict, $reason, $note, $score, $rank, $answered_by,
    $answered_at
)
