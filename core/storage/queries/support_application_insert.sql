INSERT INTO support_application (
    application_id, call_id, synergy_id, title, applicant_firm_id, summary, asked_try, state, state_on,
    reference, grant_try, note, made_by, row_version, created_at, updated_at
)
VALUES (
    $application_id, $call_id, $synergy_id, $title, $applicant_firm_id, $summary, $asked_try, $state, $state_on,
    $reference, $grant_try, $note, $made_by, $row_version, $created_at, $updated_at
)
