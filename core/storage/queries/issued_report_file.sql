SELECT pdf, xlsx, language FROM issued_report
WHERE issued_report_id = $issued_report_id AND region_id = $region_id
