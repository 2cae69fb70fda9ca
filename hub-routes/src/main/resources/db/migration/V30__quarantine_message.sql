-- Under which of its sender's ids a message came that could not be read, as an HMAC: another body under that id is its mended
-- form, and not a conflict with anything that was taken in.
alter table quarantine add column message bytea;
create index quarantine_by_message on quarantine (principal, message) where message is not null;
