UPDATE support_application SET
    title = $title, applicant_firm_id = $applicant_firm_id, summary = $summary, asked_try = $asked_try,
    state = $state, state_on = $state_on, reference = $reference, grant_try = $grant_try, note = $note,
    updated_at = $updated_at, row_version = row_version + 1
WHERE application_id = $application_id AND row_version = $row_version
RETURNING row_version
