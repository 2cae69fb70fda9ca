-- Looking things up in the disclosure log (ruling 13). Entries hold commitments alone, so what a lead looks up by stands beside
-- them: random ids and closed words in clear, as in the entries; names, numbers, rules and records as HMACs; the rest sealed for
-- the agency. Each row is one agency's; its information governance leads find it and nobody else does.

-- Which enquiry an entry concerns. The journey's alone.
create table log_enquiry (
  entry_id   text primary key references log_entry (entry_id),
  enquiry_id uuid not null
);
create index log_enquiry_by_enquiry on log_enquiry (enquiry_id);
grant select, insert on log_enquiry to hub_app;

-- The team roles of information governance leads, as configured; written at start by the owner.
create table log_lookup_reader (
  role_name text primary key,
  area      text not null,
  agency    text not null
);

create table log_lookup (
  row_id     uuid        primary key,
  made       bigint      generated always as identity unique,
  entry_id   text        not null references log_entry (entry_id),
  area       text        not null,
  agency     text        not null,
  share      text        not null check (share in ('ROOM', 'OWNER', 'EVERYBODY')),
  enquiry_id uuid,
  at         timestamptz not null,
  act        text        not null,
  agent      text        not null,
  recipient  text        not null,
  purpose    text        not null,
  outcome    text        not null,
  policy     text        not null,
  view_id    uuid,                    -- of the view that was disclosed
  of_row     uuid        references log_lookup,  -- for an opening: the row of what was opened
  digest     bytea,                   -- HMAC of what an owner's row says: what has not changed is not said again
  body       bytea,                   -- sealed for the agency
  unique (entry_id, area, agency, share)
);
create index log_lookup_newest on log_lookup (area, agency, at desc, row_id);
create index log_lookup_by_enquiry on log_lookup (enquiry_id);
create index log_lookup_by_row on log_lookup (of_row) where of_row is not null;
create index log_lookup_by_view on log_lookup (view_id, made) where view_id is not null;

create table log_lookup_key (
  row_id uuid  not null references log_lookup,
  key    bytea not null,
  primary key (key, row_id)
);
create index log_lookup_key_by_row on log_lookup_key (row_id);

-- Under which rows a version of a view is found when it is opened. The journey's alone.
create table log_lookup_of (
  disclosure_id uuid not null,
  row_id        uuid not null references log_lookup,
  primary key (disclosure_id, row_id)
);
create index log_lookup_of_by_row on log_lookup_of (row_id);
grant select, insert on log_lookup_of to hub_app;

-- Up to which place of the log the rows were made.
create table log_lookup_through (
  only_one boolean primary key check (only_one),
  place    bigint  not null
);
insert into log_lookup_through values (true, -1);
grant select, update on log_lookup_through to hub_app;

grant select, insert on log_lookup, log_lookup_key to hub_app;
-- Not view, digest or order of making: they would tell an owner when somebody else's item changed a view.
grant select (row_id, entry_id, area, agency, share, enquiry_id, at, act, agent, recipient, purpose, outcome, policy, of_row, body)
  on log_lookup to hub_reader;
grant select on log_lookup_key, log_lookup_reader to hub_reader;

alter table log_lookup_reader enable row level security;
alter table log_lookup_reader force row level security;
create policy setup on log_lookup_reader to hub_owner using (true) with check (true);
create policy own on log_lookup_reader for select to hub_reader using (role_name = current_user);

alter table log_lookup enable row level security;
alter table log_lookup force row level security;
create policy journey on log_lookup to hub_app using (true) with check (true);
create policy lead on log_lookup for select to hub_reader using (exists (
  select from log_lookup_reader r
  where r.role_name = current_user and r.area = log_lookup.area and r.agency = log_lookup.agency));

alter table log_lookup_key enable row level security;
alter table log_lookup_key force row level security;
create policy journey on log_lookup_key to hub_app using (true) with check (true);
create policy lead on log_lookup_key for select to hub_reader using (exists (
  select from log_lookup l where l.row_id = log_lookup_key.row_id));

create policy lookup on key_wrap for select to hub_reader using (table_name = 'log_lookup' and exists (
  select from log_lookup l where l.row_id = key_wrap.row_id));
