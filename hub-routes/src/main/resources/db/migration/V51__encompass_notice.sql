-- What the police told of a child for its school (Operation Encompass), once for each incident and child. The body is sealed
-- for the school's desk and waits here until the log proves that it was disclosed (ruling 23).
create table encompass_notice (
  told          bytea       primary key, -- HMAC of incident and child
  enquiry_id    uuid        not null references enquiry on delete cascade,
  disclosure_id uuid        not null unique,
  address       text        not null,
  body          bytea,                   -- empty once it is in the outbox
  at            timestamptz not null,
  sent_at       timestamptz,
  check ((body is null) = (sent_at is not null))
);
create index encompass_notice_waiting on encompass_notice (at) where sent_at is null;
grant select, insert, update (body, sent_at) on encompass_notice to hub_app;
