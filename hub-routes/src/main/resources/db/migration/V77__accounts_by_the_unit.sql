-- A person's own account of disclosures is asked for by one lead and read and released by the named unit of the host, from whom
-- nothing is hidden. What waits has a table of its own: an erasure takes what names its enquiry and leaves the others'.
delete from log_export where form = 'TEXT';
alter table log_export drop column prepared_for;
alter table log_export drop constraint log_export_form_check;
alter table log_export add constraint log_export_form_check check (form in ('CSV', 'JSON'));

create table subject_account (
  account_id uuid        primary key,
  area       text        not null,
  state      text        not null check (state in ('ASKED', 'RELEASED', 'TOLD')),
  user_id    uuid        not null,    -- who handed the request in; of the others: who released it
  entry_id   text        not null references log_entry (entry_id),
  subject    bytea       not null,    -- HMAC: by which an account that was given before is found again
  at         timestamptz not null,
  goes_at    timestamptz not null,    -- from then on it is not there
  about      uuid[]      not null,    -- enquiries with any of which it is erased
  body       bytea       not null     -- sealed for the host
);
create index subject_account_by_subject on subject_account (area, subject);
create index subject_account_by_time on subject_account (goes_at);
grant select, insert, delete on subject_account to hub_app;
alter table subject_account alter column body set statistics 0;

-- Salts of an entry about an account go with the enquiries it is about. Where it is about none, they go by their day.
create table subject_account_salt (
  entry_id text        primary key references log_entry (entry_id),
  area     text        not null,
  goes_at  timestamptz not null
);
grant select, insert on subject_account_salt to hub_app;

-- Not while a hold stands on the whole area.
create function forget_account_salts(the_time timestamptz) returns void
  language sql security definer set search_path = hub, pg_temp as
$$
  with due as (delete from subject_account_salt s where s.goes_at <= the_time
    and not exists (select from legal_hold h where h.area = s.area and h.enquiry_id is null and h.lifted_at is null)
    returning s.entry_id)
  delete from log_salt l using due where l.entry_id = due.entry_id and l.about = '{}'
$$;
revoke execute on function forget_account_salts(timestamptz) from public;
grant execute on function forget_account_salts(timestamptz) to hub_app;

-- With an enquiry goes what names it, and the wrapped keys of all accounts that were handed over before: their backups go dark.
create function erase_accounts() returns trigger language plpgsql security definer set search_path = hub, pg_temp as
$$ begin
  delete from subject_account where old.enquiry_id = any (about);
  with gone as (delete from key_wrap w where w.table_name = 'subject_account'
      and not exists (select from subject_account a where a.account_id = w.row_id) returning w.holder, w.epoch)
    insert into erasure_key (erasure_id, holder, epoch)
      select distinct i.erasure_id, g.holder, g.epoch from gone g, erasure_item i
      where i.enquiry_id = old.enquiry_id and i.state = 'ERASING' on conflict do nothing;
  return null;
end $$;
revoke execute on function erase_accounts() from public;
create trigger enquiry_takes_accounts after delete on enquiry for each row execute function erase_accounts();

-- A lead's export is compared and taken in the one transaction of that lead, whose locks hold until it is taken: whoever reads
-- can take an export of their own away, and nothing else of that table.
create function take_export(the_export uuid, the_user uuid) returns boolean
  language sql security definer set search_path = hub, pg_temp as
$$
  with taken as (delete from log_export where export_id = the_export and user_id = the_user returning 1)
  select exists (select from taken)
$$;
revoke execute on function take_export(uuid, uuid) from public;
grant execute on function take_export(uuid, uuid) to hub_reader;
