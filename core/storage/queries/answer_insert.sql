INSERT INTO answer (
    answer_id, region_id, firm_id, sort, have_id, want_id, other_card_id, other_firm_id, verdict, reason, note, score,
    rank, answered_by, answered_at
)
VALUES (
    $answer_id, $region_id, $firm_id, $sort, $have_id, $want_id, $other_card_id, $other_firm_id, $verdict, $reason, $note,
    $score, $rank, $answered_by, $answered_at
)
