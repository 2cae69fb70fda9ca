-- Everything the hub must remember. Run by hub_owner in schema hub; roles come from config/sql/roles.sql.
--
-- No column defaults to the time: times are passed (ruling 16). Every body is sealed (ruling 17): a column named body
-- holds ciphertext whose data key is wrapped in key_wrap under (table_name, row_id, version).
-- Partitioned tables (view_head, view_body, key_wrap) force row-level security and have random keys (ruling 18).

-- keys ---------------------------------------------------------------------------------------------------------------
create table key_wrap (
  row_id     uuid   not null,
  table_name text   not null,
  version    bigint not null,
  holder     text   not null,
  epoch      bigint not null,
  wrapped    bytea  not null,
  team_role  text,               -- set for what one team reads; null for what the journey reads
  primary key (row_id, table_name, version)
);
create index key_wrap_by_epoch on key_wrap (holder, epoch);

-- what came in -------------------------------------------------------------------------------------------------------
create table inbox (
  principal   text        not null,
  message     bytea       not null,   -- HMAC of the sender's message id
  body_digest bytea       not null,   -- HMAC of the digest of the body
  receipt     uuid        not null,
  received_at timestamptz not null,
  primary key (principal, message)
);

create table enquiry (
  enquiry_id  uuid        primary key,
  area        text        not null,
  reference   text        not null unique,
  stage       text        not null,
  purpose     text        not null,
  rating      text        not null,
  received_at timestamptz not null,
  due_at      timestamptz not null,
  version     bigint      not null,
  valid_until timestamptz
);
create index enquiry_by_area on enquiry (area, stage);
create index enquiry_flipping on enquiry (valid_until) where valid_until is not null;

create table referral (
  referral_id uuid        primary key,
  enquiry_id  uuid        references enquiry,
  principal   text        not null,
  source      text        not null,
  format      text        not null,
  received_at timestamptz not null,
  body        bytea       not null
);
create index referral_by_enquiry on referral (enquiry_id);

create table enquiry_fact (
  seq        bigint      generated always as identity primary key,
  row_id     uuid        not null unique,
  enquiry_id uuid        not null references enquiry,
  kind       text        not null,
  holder     text        not null,
  at         timestamptz not null,
  body       bytea       not null
);
create index enquiry_fact_by_enquiry on enquiry_fact (enquiry_id, seq);

create table person (
  person_id uuid        primary key,
  made_at   timestamptz not null,
  version   bigint      not null
);

create table person_fact (
  seq       bigint      generated always as identity primary key,
  row_id    uuid        not null unique,
  person_id uuid        not null references person,
  kind      text        not null,
  holder    text        not null,
  at        timestamptz not null,
  body      bytea       not null
);
create index person_fact_by_person on person_fact (person_id, seq);

create table person_key (
  key       bytea not null,         -- HMAC: a blocking key
  person_id uuid  not null references person,
  primary key (key, person_id)
);
create index person_key_by_person on person_key (person_id);

create table enquiry_person (
  enquiry_id uuid not null references enquiry,
  person_id  uuid not null references person,
  primary key (enquiry_id, person_id)
);
create index enquiry_person_by_person on enquiry_person (person_id);

create table question (
  token      uuid        primary key,
  enquiry_id uuid        not null references enquiry,
  agency     text        not null,
  source     text        not null,
  state      text        not null,
  asked_at   timestamptz not null,
  due_at     timestamptz not null,
  since      timestamptz not null,
  version    bigint      not null,
  keys_body  bytea       not null,  -- sealed: which key of the question is which person
  body       bytea       not null   -- sealed: the reason of its state
);
create index question_by_enquiry on question (enquiry_id, token);
create index question_due on question (state, due_at);

-- what people may see ------------------------------------------------------------------------------------------------
create table team_role (
  area      text not null,
  team      text not null,
  role_name text not null unique check (role_name ~ '^team_[0-9a-f]{32}$'),
  primary key (area, team)
);

create table view_head (
  view_id       uuid        primary key,
  enquiry_id    uuid        not null,
  area          text        not null,
  team          text        not null,
  role          text        not null,
  perspective   uuid        not null,
  purpose       text        not null,
  artefact      text        not null,
  team_role     text        not null,
  version       bigint      not null,
  digest        text        not null,
  input_version bigint      not null,
  policy_hash   text        not null,
  disclosure_id uuid        not null,
  at            timestamptz not null,
  valid_until   timestamptz,
  withdrawn_at  timestamptz,
  unique (enquiry_id, area, team, role, perspective, purpose, artefact)
);
create index view_head_by_team on view_head (team_role) where withdrawn_at is null;

create table view_body (
  row_id     uuid    primary key,
  view_id    uuid    not null references view_head,
  version    bigint  not null,
  part       text    not null check (part in ('HEAD', 'BODY')),
  team_role  text    not null,
  is_current boolean not null,
  body       bytea   not null,
  unique (view_id, version, part)
);
create index view_body_current on view_body (team_role, view_id) where is_current;

create table conflict (
  conflict_id uuid        primary key,
  user_id     uuid        not null,
  enquiry_id  uuid        references enquiry,
  person_id   uuid        references person,
  since       timestamptz not null,
  lifted_at   timestamptz,
  check ((enquiry_id is null) <> (person_id is null))
);
create index conflict_by_user on conflict (user_id) where lifted_at is null;

create table act_seen (
  act_id uuid        primary key,
  at     timestamptz not null
);

-- what goes out, what went wrong ---------------------------------------------------------------------------------------
create table outbox (
  id           bigint      generated always as identity primary key,
  duplicate_id uuid        not null unique,
  address      text        not null,
  order_key    text        not null,
  body         bytea,                -- sealed for its recipient before it comes here; emptied once sent
  put_at       timestamptz not null,
  retry_at     timestamptz,
  sent_at      timestamptz
);
create index outbox_unsent on outbox (id) where sent_at is null;
create index outbox_unsent_by_order on outbox (order_key, id) where sent_at is null;

create table quarantine (
  quarantine_id uuid        primary key,
  principal     text        not null,
  agency        text        not null,
  address       text        not null,
  size          bigint      not null,
  digest        bytea       not null,   -- HMAC of the digest of the body
  fault         text        not null,
  place         text        not null,
  reason        text        not null,
  state         text        not null,
  at            timestamptz not null,
  settled_at    timestamptz,
  body          bytea                   -- sealed for the sender's agency; null where it must not be kept (ruling 26)
);
create index quarantine_by_state on quarantine (state, at);

create table attempt (
  principal text        not null,
  message   bytea       not null,
  failures  integer     not null,
  last_at   timestamptz not null,
  primary key (principal, message)
);

-- what was shared, provably ----------------------------------------------------------------------------------------------
create table log_entry (
  seq           bigint      generated always as identity primary key,
  entry_id      text        not null unique,
  at            timestamptz not null,
  act           text        not null,
  disclosure_id text,
  entry         bytea       not null,   -- canonical JSON: commitments and random ids
  promise       bytea       not null
);
create index log_entry_by_time on log_entry (at);

-- The order of the Merkle tree. Transactions end in another order than they began, so a place is given to an entry once
-- it is committed, after all places given before, and never changes.
create table log_place (
  place bigint primary key,
  seq   bigint not null unique references log_entry
);

create table log_salt (
  row_id   uuid  primary key,
  entry_id text  not null references log_entry (entry_id),
  holder   text  not null,
  body     bytea not null
);
create index log_salt_by_entry on log_salt (entry_id);

create function refuse_change() returns trigger language plpgsql as
$$ begin raise exception 'append only' using errcode = '42501'; end $$;
create trigger log_entry_append_only before update or delete or truncate on log_entry
  for each statement execute function refuse_change();
create trigger log_place_append_only before update or delete or truncate on log_place
  for each statement execute function refuse_change();
create trigger log_salt_keeps before update or truncate on log_salt
  for each statement execute function refuse_change();

create table policy_version (
  hash         text        primary key,
  canonical    bytea       not null,
  signer_one   text        not null,
  signature_one bytea      not null,
  signer_two   text        not null,
  signature_two bytea      not null,
  published_at timestamptz not null,
  check (signer_one <> signer_two)
);
create table policy_head (
  only_one boolean primary key check (only_one),
  hash     text not null references policy_version
);

-- rights: what is not granted here is refused -----------------------------------------------------------------------------
grant select, insert, update on enquiry, person, question, outbox, quarantine, attempt, conflict, policy_head to hub_app;
grant select, insert, delete on enquiry_person, person_key to hub_app;
grant select, insert on inbox, enquiry_fact, person_fact, policy_version, act_seen, log_entry, log_place, log_salt to hub_app;
grant select, insert on referral to hub_app;
grant update (enquiry_id) on referral to hub_app;
grant delete on attempt to hub_app;
grant select on team_role to hub_app;
grant select, insert, update on view_head to hub_app;
grant select (row_id, view_id, version, part, team_role, is_current), insert, update (is_current) on view_body to hub_app;
grant select, insert on key_wrap to hub_app;

grant select on view_head, view_body to hub_reader;
grant select, insert on key_wrap to hub_reader;
grant insert on log_entry, log_salt to hub_reader;
grant select (at) on log_entry to hub_reader;

-- rows: forced on the owner too ---------------------------------------------------------------------------------------------
alter table view_head enable row level security;
alter table view_head force row level security;
create policy journey on view_head to hub_app using (true) with check (true);
create policy team on view_head for select to hub_reader using (team_role = current_user and withdrawn_at is null);

alter table view_body enable row level security;
alter table view_body force row level security;
create policy journey on view_body to hub_app using (true) with check (true);
create policy team on view_body for select to hub_reader using (team_role = current_user and is_current);

alter table key_wrap enable row level security;
alter table key_wrap force row level security;
create policy journey_reads on key_wrap for select to hub_app using (team_role is null);
create policy journey_adds on key_wrap for insert to hub_app with check (true);
create policy team on key_wrap for select to hub_reader using (team_role = current_user);
create policy team_salts on key_wrap for insert to hub_reader with check (table_name = 'log_salt' and team_role is null);
