DELETE FROM support_step WHERE application_id = $application_id
