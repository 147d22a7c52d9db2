-- Answers to every sort of suggestion, not only to pairs of a have and a want: which sort it was, and what stands beside
-- or in place of the pair: a second card of the same direction, a firm that listed nothing.
ALTER TABLE answer ALTER COLUMN have_id DROP NOT NULL;
ALTER TABLE answer ALTER COLUMN want_id DROP NOT NULL;
ALTER TABLE answer ADD COLUMN sort VARCHAR DEFAULT 'pairs';
ALTER TABLE answer ALTER COLUMN sort SET NOT NULL;
ALTER TABLE answer ADD COLUMN other_card_id VARCHAR;
ALTER TABLE answer ADD COLUMN other_firm_id VARCHAR;
