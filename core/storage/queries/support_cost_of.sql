SELECT item, amount_try FROM support_cost WHERE application_id = $application_id ORDER BY position
