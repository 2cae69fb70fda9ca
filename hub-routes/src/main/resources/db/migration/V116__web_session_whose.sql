-- Whose session it is, and which session at the provider it came of, as keyed hashes: a provider that signs somebody out (OpenID
-- Connect Back-Channel Logout 1.0) names those, and whoever reads the database must not learn who is signed in.
alter table web_session add column person bytea, add column sign_in bytea;
create index web_session_by_person on web_session (person) where person is not null;
create index web_session_by_sign_in on web_session (sign_in) where sign_in is not null;
