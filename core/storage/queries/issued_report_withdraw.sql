INSERT INTO issued_report_withdrawal (issued_report_id, withdrawal, withdrawn_on, withdrawn_by, withdrawn_at)
VALUES ($issued_report_id, $withdrawal, $withdrawn_on, $withdrawn_by, $withdrawn_at)
