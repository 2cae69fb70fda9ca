-- Publishing (ruling 21). What was published before this has neither files to load it from nor signatures that anybody can
-- check: nothing is in force until two information governance leads publish again.
drop table policy_head, policy_version;

-- Every policy that anybody proposed, whole: an old decision can be explained, and a rollback needs no file.
create table policy_version (
  hash      text        primary key check (hash ~ '^[0-9a-f]{64}$'),
  canonical bytea       not null,   -- the one spelling of which the hash is taken
  files     bytea       not null,   -- the agreements as they were written, from which it is loaded
  kept_at   timestamptz not null
);
create table policy_proposal (
  seq         bigint      generated always as identity unique,
  proposal_id uuid        primary key,
  hash        text        not null references policy_version,
  starts_at   timestamptz not null,
  proposed_at timestamptz not null
);
create table policy_signature (
  seq         bigint      generated always as identity unique,
  proposal_id uuid        not null references policy_proposal,
  signer      uuid        not null,
  at          timestamptz not null,
  signature   bytea       not null,
  primary key (proposal_id, signer)
);
create table policy_head (
  only_one    boolean primary key check (only_one),
  hash        text not null references policy_version,
  proposal_id uuid not null references policy_proposal
);
create trigger policy_version_append_only before update or delete or truncate on policy_version
  for each statement execute function refuse_change();
create trigger policy_proposal_append_only before update or delete or truncate on policy_proposal
  for each statement execute function refuse_change();
create trigger policy_signature_append_only before update or delete or truncate on policy_signature
  for each statement execute function refuse_change();

grant select, insert on policy_version, policy_proposal, policy_signature to hub_app;
grant select, insert, update on policy_head to hub_app;
grant select (hash) on policy_head to hub_reader;
