SELECT * FROM contact WHERE contact_id = $contact_id
