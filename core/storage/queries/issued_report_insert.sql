INSERT INTO issued_report (
    issued_report_id, region_id, number, kind, subject_id, title, audience, language, period_from, period_to,
    figures_json, restated_json, pdf, pdf_sha256, xlsx, xlsx_sha256, issued_by, issued_at
)
VALUES (
    $issued_report_id, $region_id, $number, $kind, $subject_id, $title, $audience, $language, $period_from, $period_to,
    $figures_json, $restated_json, $pdf, $pdf_sha256, $xlsx, $xlsx_sha256, $issued_by, $issued_at
)
