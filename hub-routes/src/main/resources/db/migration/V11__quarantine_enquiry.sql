-- Which enquiry stands on the board for a contact that could not be read; mended, it comes back to that one.
alter table quarantine add column enquiry_id uuid references enquiry;
