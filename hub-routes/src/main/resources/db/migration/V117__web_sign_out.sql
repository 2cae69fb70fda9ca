-- Who was signed out at the provider, and when it said so, for as long as a session lasts: a sign-in that was under way has no row yet
-- that says whose it is, and must make none afterwards. Keyed hashes, as in web_session. Which token a session came of is not known of
-- those that there are: everybody signs in once more.
delete from web_session;
alter table web_session add column issued_at timestamptz not null;
create table web_sign_out (
  person  bytea,
  sign_in bytea,
  at      timestamptz not null,
  ends_at timestamptz not null,
  check (person is not null or sign_in is not null),
  unique nulls not distinct (person, sign_in)
);
create index web_sign_out_by_end on web_sign_out (ends_at);
grant select, insert, update, delete on web_sign_out to hub_app;
