SELECT issued_report.* EXCLUDE (pdf, xlsx), coalesce(user_account.name, issued_report.issued_by) AS issued_by_name
FROM issued_report
LEFT JOIN user_account ON user_account.user_id = issued_report.issued_by
WHERE issued_report.region_id = $region_id
ORDER BY issued_report.number DESC
