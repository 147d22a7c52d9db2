SELECT what, starts_on, ends_on FROM support_step WHERE application_id = $application_id ORDER BY position
