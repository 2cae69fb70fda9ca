-- What must be kept, what goes, and how it goes (ruling 17). Staff are random ids, enquiries too; reasons are sealed.

-- A legal hold: nothing of the enquiry, or of the whole area, goes until two people have lifted it.
create table legal_hold (
  hold_id      uuid        primary key,
  area         text        not null,
  enquiry_id   uuid,                    -- null: everything of the area
  placed_by    uuid        not null,
  placed_at    timestamptz not null,
  lift_said_by uuid,
  lift_said_at timestamptz,
  lifted_by    uuid,
  lifted_at    timestamptz,
  body         bytea       not null,    -- sealed for the hub: the reason
  check ((lift_said_by is null) = (lift_said_at is null)),
  check ((lifted_by is null) = (lifted_at is null)),
  check (lifted_by is null or lift_said_by is not null and lifted_by <> lift_said_by)
);
create index legal_hold_standing on legal_hold (area, enquiry_id) where lifted_at is null;

-- What an information governance lead said of an enquiry whose children have come of age. The newest word counts.
create table age_review (
  seq        bigint      generated always as identity primary key,
  enquiry_id uuid        not null,
  kind       text        not null check (kind in ('KEEP', 'LET_GO')),
  by_user    uuid        not null,
  at         timestamptz not null
);
create index age_review_by_enquiry on age_review (enquiry_id, seq);
create trigger age_review_append_only before update or delete or truncate on age_review
  for each statement execute function refuse_change();

-- An erasure: one person proposes a list, another approves exactly that, the hub carries it out.
create table erasure (
  erasure_id  uuid        primary key,
  area        text        not null,
  digest      bytea       not null,   -- SHA-256 of the list, as it was proposed
  proposed_by uuid        not null,
  proposed_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  state       text        not null check (state in ('PROPOSED', 'WITHDRAWN', 'APPROVED', 'DONE')),
  done_at     timestamptz,
  entry_id    text        references log_entry (entry_id),   -- the proof of deletion
  check (approved_by is null or approved_by <> proposed_by),
  check ((approved_by is not null) = (state in ('APPROVED', 'DONE'))),
  check ((state = 'DONE') = (done_at is not null and entry_id is not null))
);
create unique index erasure_one_at_a_time on erasure (area) where state in ('PROPOSED', 'APPROVED');
-- What stays of an enquiry once it is gone: that it was, and went.
create table erasure_item (
  erasure_id uuid   not null references erasure,
  enquiry_id uuid   not null,
  schedule   text   not null,
  due_on     date   not null,
  state      text   not null check (state in ('WAITING', 'ERASING', 'ERASED', 'KEPT')),
  kept_for   text,
  row_count  bigint,
  primary key (erasure_id, enquiry_id)
);
-- The keys under which anything of it was sealed. Each is destroyed once what must stay is under another.
create table erasure_key (
  erasure_id   uuid   not null references erasure,
  holder       text   not null,
  epoch        bigint not null,
  destroyed_at timestamptz,
  primary key (erasure_id, holder, epoch)
);

-- Of which enquiries, referrals and disclosures an entry's salts tell: they go with any of those.
alter table log_salt add column about uuid[] not null default '{}';
alter table log_salt alter column about drop default;
create index log_salt_about on log_salt using gin (about);

-- Keys -----------------------------------------------------------------------------------------------------------------
alter table key_epoch add column retired_at timestamptz;

-- Nothing is sealed any more under a key that is about to be destroyed. Whoever tries begins again (class 40) with the new.
create or replace function note_key_epoch() returns trigger language plpgsql security definer set search_path = hub, pg_temp as
$$ begin
  insert into key_epoch (holder, epoch) values (new.holder, new.epoch) on conflict do nothing;
  if exists (select from key_epoch k
             where k.holder = new.holder and k.epoch = new.epoch and k.retired_at is not null) then
    raise exception 'a key that is being destroyed' using errcode = '40001';
  end if;
  return null;
end $$;
drop trigger key_wrap_epoch on key_wrap;
create trigger key_wrap_epoch after insert or update on key_wrap for each row execute function note_key_epoch();

-- Waits for every transaction that has sealed something, so that the next one sees the word.
create function retire_epoch(the_holder text, the_epoch bigint, the_time timestamptz) returns void
  language plpgsql security definer set search_path = hub, pg_temp as
$$ begin
  if not exists (select from erasure_key k join erasure e using (erasure_id) where e.state = 'APPROVED'
                 and k.holder = the_holder and k.epoch = the_epoch and k.destroyed_at is null) then
    raise exception 'no erasure asks for it' using errcode = '42501';
  end if;
  lock table key_wrap in share row exclusive mode;
  update key_epoch set retired_at = the_time
    where holder = the_holder and epoch = the_epoch and retired_at is null;
end $$;

-- What must stay is wrapped anew, by the journey, and only while an erasure is about to destroy a key of its holder. It
-- still reads no body of a view.
create policy journey_rewraps on key_wrap for select to hub_app using (exists (select from erasure_key k
  where k.holder = key_wrap.holder and k.destroyed_at is null));
create policy journey_rewrapped on key_wrap for update to hub_app using (exists (select from erasure_key k
  where k.holder = key_wrap.holder and k.epoch = key_wrap.epoch and k.destroyed_at is null)) with check (true);
grant update (epoch, wrapped) on key_wrap to hub_app;

-- Rows -----------------------------------------------------------------------------------------------------------------
-- The owner sees rows of these tables only inside erase_enquiry: ERASING is never committed.
create policy erasing on key_wrap to hub_owner
  using (exists (select from erasure_item i where i.state = 'ERASING'));
create policy erasing on view_head to hub_owner
  using (exists (select from erasure_item i where i.state = 'ERASING'));
create policy erasing on view_body to hub_owner
  using (exists (select from erasure_item i where i.state = 'ERASING'));
create policy erasing on log_lookup to hub_owner
  using (exists (select from erasure_item i where i.state = 'ERASING'));
create policy erasing on log_lookup_key to hub_owner
  using (exists (select from erasure_item i where i.state = 'ERASING'));

-- People whom nothing needs any more: of these, and of all who are or may be the same, nobody is of any enquiry, and
-- nobody of the staff is kept from them.
create function forsaken(people uuid[]) returns uuid[]
  language sql stable security definer set search_path = hub, pg_temp as
$$
  with recursive near (root, person_id) as (
    select p, p from unnest(people) p
    union
    select n.root, l.other_id from near n join person_link l using (person_id) where l.state <> 'APART'
  ), needed (root) as (
    select distinct n.root from near n
    where exists (select from enquiry_person e where e.person_id = n.person_id)
       or exists (select from enquiry_stranger e where e.person_id = n.person_id)
       or exists (select from conflict c where c.person_id = n.person_id and c.lifted_at is null)
  )
  select coalesce(array_agg(distinct n.person_id), '{}') from near n where n.root not in (select root from needed)
$$;

-- Takes one enquiry away, with everybody whom nothing else needs, all or nothing; says how many rows went. It looks for
-- itself whether two people asked for it, whether the enquiry is closed, and whether a hold stands.
create function erase_enquiry(the_erasure uuid, the_enquiry uuid) returns bigint
  language plpgsql security definer set search_path = hub, pg_temp as
$$
declare
  referrals uuid[]; views uuid[]; told uuid[]; people uuid[]; gone uuid[]; bodies uuid[]; looked uuid[]; n bigint;
  total bigint := 0;
begin
  perform from enquiry where enquiry_id = the_enquiry and stage = 'CLOSED' for update;
  if not found
     or not exists (select from erasure e join erasure_item i using (erasure_id) where e.erasure_id = the_erasure
                    and e.state = 'APPROVED' and i.enquiry_id = the_enquiry and i.state = 'WAITING')
     or exists (select from legal_hold h join enquiry e on e.enquiry_id = the_enquiry and e.area = h.area
                where h.lifted_at is null and (h.enquiry_id is null or h.enquiry_id = the_enquiry)) then
    raise exception 'this enquiry is not to be erased' using errcode = '42501';
  end if;
  update erasure_item set state = 'ERASING' where erasure_id = the_erasure and enquiry_id = the_enquiry;

  referrals := array(select referral_id from referral where enquiry_id = the_enquiry);
  views := array(select view_id from view_head where enquiry_id = the_enquiry);
  told := array(select the_enquiry union select unnest(referrals)
    union select disclosure_id from view_head where view_id = any(views)
    union select disclosure_id from decision_trace where view_id = any(views)
    union select disclosure_id from referrer_outcome where referral_id = any(referrals));
  people := array(select person_id from enquiry_person where enquiry_id = the_enquiry
    union select person_id from enquiry_stranger where enquiry_id = the_enquiry);
  -- Also those who were kept for the sake of somebody who may be the same.
  people := array(with recursive near (person_id) as (select unnest(people)
      union select l.other_id from near join person_link l using (person_id) where l.state <> 'APART')
    select person_id from near);
  looked := array(with recursive rows (row_id) as (select row_id from log_lookup where enquiry_id = the_enquiry
      union select l.row_id from rows join log_lookup l on l.of_row = rows.row_id)
    select row_id from rows);
  bodies := referrals || looked || array(select row_id from enquiry_fact where enquiry_id = the_enquiry
    union all select token from question where enquiry_id = the_enquiry
    union all select row_id from view_body where view_id = any(views)
    union all select row_id from decision_trace where view_id = any(views)
    union all select row_id from referrer_outcome where referral_id = any(referrals)
    union all select row_id from break_glass where enquiry_id = the_enquiry
    union all select quarantine_id from quarantine where enquiry_id = the_enquiry
    union all select row_id from log_salt where about && told
    -- What was taken away of the log waits here for a day at most: it may name anybody.
    union all select row_id from key_wrap where table_name = 'log_export');

  delete from log_export; get diagnostics n = row_count; total := total + n;
  delete from log_lookup_of where row_id = any(looked); get diagnostics n = row_count; total := total + n;
  delete from log_lookup_key where row_id = any(looked); get diagnostics n = row_count; total := total + n;
  delete from log_lookup where row_id = any(looked); get diagnostics n = row_count; total := total + n;
  delete from log_enquiry where enquiry_id = the_enquiry; get diagnostics n = row_count; total := total + n;
  delete from log_salt where about && told; get diagnostics n = row_count; total := total + n;
  delete from decision_trace where view_id = any(views); get diagnostics n = row_count; total := total + n;
  delete from view_body where view_id = any(views); get diagnostics n = row_count; total := total + n;
  delete from view_head where view_id = any(views); get diagnostics n = row_count; total := total + n;
  delete from referrer_outcome where referral_id = any(referrals); get diagnostics n = row_count; total := total + n;
  delete from break_glass_owner where row_id in (select row_id from break_glass where enquiry_id = the_enquiry);
  get diagnostics n = row_count; total := total + n;
  delete from break_glass where enquiry_id = the_enquiry; get diagnostics n = row_count; total := total + n;
  delete from quarantine where enquiry_id = the_enquiry; get diagnostics n = row_count; total := total + n;
  delete from question where enquiry_id = the_enquiry; get diagnostics n = row_count; total := total + n;
  delete from enquiry_fact where enquiry_id = the_enquiry; get diagnostics n = row_count; total := total + n;
  delete from referral where enquiry_id = the_enquiry; get diagnostics n = row_count; total := total + n;
  delete from enquiry_person where enquiry_id = the_enquiry; get diagnostics n = row_count; total := total + n;
  delete from enquiry_stranger where enquiry_id = the_enquiry; get diagnostics n = row_count; total := total + n;
  delete from enquiry where enquiry_id = the_enquiry; get diagnostics n = row_count; total := total + n;

  gone := forsaken(people);
  bodies := bodies || array(select row_id from person_fact where person_id = any(gone));
  delete from person_fact where person_id = any(gone); get diagnostics n = row_count; total := total + n;
  delete from person_key where person_id = any(gone); get diagnostics n = row_count; total := total + n;
  delete from person_link where person_id = any(gone) or other_id = any(gone);
  get diagnostics n = row_count; total := total + n;
  delete from conflict where person_id = any(gone); get diagnostics n = row_count; total := total + n;
  delete from person where person_id = any(gone); get diagnostics n = row_count; total := total + n;

  -- The versions that are deleted, whoever wraps anew meanwhile.
  with gone as (delete from key_wrap where row_id = any(bodies) returning holder, epoch), noted as (
    insert into erasure_key (erasure_id, holder, epoch)
      select distinct the_erasure, holder, epoch from gone on conflict do nothing)
    select count(*) from gone into n;
  total := total + n;
  update erasure_item set state = 'ERASED', row_count = total
    where erasure_id = the_erasure and enquiry_id = the_enquiry;
  return total;
end $$;

revoke execute on function retire_epoch(text, bigint, timestamptz), forsaken(uuid[]), erase_enquiry(uuid, uuid) from public;
grant execute on function retire_epoch(text, bigint, timestamptz), erase_enquiry(uuid, uuid) to hub_app;
grant select, insert on legal_hold, age_review, erasure, erasure_item to hub_app;
grant update (lift_said_by, lift_said_at, lifted_by, lifted_at) on legal_hold to hub_app;
grant update (approved_by, approved_at, state, done_at, entry_id) on erasure to hub_app;
grant update (state, kept_for) on erasure_item to hub_app;
grant select on erasure_key to hub_app;
grant update (destroyed_at) on erasure_key to hub_app;

-- The planner keeps samples of columns in a table of its own, and a dump may take them along: never of what is sealed, or
-- of the keys under which it is.
do $$
declare c record;
begin
  for c in select a.attrelid::regclass as tab, a.attname as col from pg_attribute a join pg_class t on t.oid = a.attrelid
    where t.relnamespace = 'hub'::regnamespace and t.relkind = 'r' and a.atttypid = 'bytea'::regtype
      and a.attname in ('body', 'keys_body', 'wrapped') loop
    execute format('alter table %s alter column %I set statistics 0', c.tab, c.col);
  end loop;
end $$;
