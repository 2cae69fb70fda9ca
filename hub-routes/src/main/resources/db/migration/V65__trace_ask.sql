-- That a lead asked for one trace (ruling 13): it opens while the owner's and the host's both have, within the hour. What was asked
-- for is an HMAC alone.
create table trace_ask (
  ask_id  uuid        primary key,
  key     bytea       not null,
  area    text        not null,
  agency  text        not null,
  user_id uuid        not null,
  at      timestamptz not null
);
create index trace_ask_by_key on trace_ask (key, at);
create index trace_ask_by_time on trace_ask (at);
grant select, insert, delete on trace_ask to hub_app;
