-- Issued reports that a manager withdrew: the report itself stays as it left the house, its withdrawal stands beside it.

CREATE TABLE issued_report_withdrawal (
    issued_report_id VARCHAR PRIMARY KEY,
    withdrawal VARCHAR NOT NULL,
    withdrawn_on DATE NOT NULL,
    withdrawn_by VARCHAR NOT NULL,
    withdrawn_at TIMESTAMP NOT NULL
);
