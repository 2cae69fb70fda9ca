-- Sessions of people at the pages, shared by all hubs of one database. What a browser holds stands nowhere: the row is found by a part
-- of its SHA-256. What the session holds is sealed, bound to that, and nobody needs it after the session.
create table web_session (
  session_id  uuid        primary key,
  used_at     timestamptz not null,
  ends_at     timestamptz not null,
  epoch       bigint      not null,
  wrapped_key bytea       not null,
  body        bytea       not null
);
create index web_session_by_end on web_session (ends_at);
grant select, insert, update, delete on web_session to hub_app;
