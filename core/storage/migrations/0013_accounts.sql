-- Where those who work with the programme come from and how they are reached; both are optional.
ALTER TABLE user_account ADD COLUMN organisation VARCHAR;
ALTER TABLE user_account ADD COLUMN email VARCHAR;
ALTER TABLE user_account ADD COLUMN phone VARCHAR;
