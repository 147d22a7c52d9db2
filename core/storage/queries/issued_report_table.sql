SELECT issued_report.* EXCLUDE (pdf, xlsx), coalesce(user_account.name, issued_report.issued_by) AS issued_by_name,
       gone.withdrawal, gone.withdrawn_on, gone.withdrawn_at, coalesce(leaver.name, gone.withdrawn_by) AS withdrawn_by_name
FROM issued_report
LEFT JOIN user_account ON user_account.user_id = issued_report.issued_by
LEFT JOIN issued_report_withdrawal AS gone ON gone.issued_report_id = issued_report.issued_report_id
LEFT JOIN user_account AS leaver ON leaver.user_id = gone.withdrawn_by
WHERE issued_report.region_id = $region_id
ORDER BY issued_report.number DESC
