DELETE FROM support_cost WHERE application_id = $application_id
