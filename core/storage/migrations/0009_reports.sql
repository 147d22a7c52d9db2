-- Issued reports with their figures and files, as they left the house: written once, never changed.

CREATE TABLE issued_report (
    issued_report_id VARCHAR PRIMARY KEY,
    region_id VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    subject_id VARCHAR,
    title VARCHAR NOT NULL,
    audience VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    period_from DATE,
    period_to DATE,
    figures_json VARCHAR NOT NULL,
    restated_json VARCHAR NOT NULL,
    pdf BLOB NOT NULL,
    pdf_sha256 VARCHAR NOT NULL,
    xlsx BLOB NOT NULL,
    xlsx_sha256 VARCHAR NOT NULL,
    issued_by VARCHAR NOT NULL,
    issued_at TIMESTAMP NOT NULL,
    UNIQUE (region_id, number)
);
