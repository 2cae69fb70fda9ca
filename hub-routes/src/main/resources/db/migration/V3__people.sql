-- Who is, or may be, whom, as it stands now, in both directions. What was said when stands in the ledgers.
create table person_link (
  person_id uuid        not null references person,
  other_id  uuid        not null references person,
  state     text        not null check (state in ('POSSIBLE', 'SAME', 'APART')),
  at        timestamptz not null,
  primary key (person_id, other_id)
);
grant select, insert, update on person_link to hub_app;

-- A conflict of interest is with people; the enquiries follow from their links.
alter table conflict drop column enquiry_id;
alter table conflict alter column person_id set not null;

-- The enquiries that a member of staff must not know of now: those of everybody on the list and of whoever is, or may
-- be, the same (ruling 6). Readers ask it on their own connection, about themselves, in the transaction of an opening;
-- the tables under it are not theirs to read.
create function kept_from(member uuid) returns table (enquiry_id uuid)
  language sql stable security definer set search_path = hub, pg_temp as
$$
  with recursive kept (person_id) as (
    select c.person_id from conflict c where c.user_id = member and c.lifted_at is null
    union
    select l.other_id from kept k join person_link l using (person_id) where l.state <> 'APART'
  )
  select distinct e.enquiry_id from enquiry_person e join kept using (person_id)
$$;
revoke all on function kept_from(uuid) from public;
grant execute on function kept_from(uuid) to hub_reader, hub_app;

-- An opening checks that the view was decided with the published policy (ruling 21).
grant select (hash) on policy_head to hub_reader;
create index view_head_by_policy on view_head (policy_hash) where withdrawn_at is null;

-- An entry names the entry of the version before.
create index log_entry_by_disclosure on log_entry (disclosure_id) where act in ('DISCLOSURE', 'DECISION');
