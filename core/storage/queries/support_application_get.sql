SELECT * FROM support_application WHERE application_id = $application_id
