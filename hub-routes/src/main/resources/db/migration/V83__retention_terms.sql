-- What stands for itself and is of no enquiry goes by its own day (config/retention.yaml, terms): a row with the key that wraps its
-- body, so many at a time. What an enquiry stands on the board for goes with that enquiry.
create index quarantine_settled on quarantine (settled_at) where enquiry_id is null and settled_at is not null;
create index quarantine_unsettled on quarantine (at) where enquiry_id is null and settled_at is null;
create index outbox_sent on outbox (sent_at) where sent_at is not null;
create index inbox_by_time on inbox (received_at);

-- The owner sees keys of these tables only where the row is gone.
create policy expired on key_wrap to hub_owner using (case table_name
  when 'quarantine' then not exists (select from quarantine q where q.quarantine_id = row_id)
  when 'log_export' then not exists (select from log_export x where x.export_id = row_id)
  when 'subject_account' then not exists (select from subject_account a where a.account_id = row_id)
  else false end);

-- How many are due, up to a number: all that anybody is told before they go.
create function due_by_term(kind text, before timestamptz, most integer) returns bigint
  language sql stable security definer set search_path = hub, pg_temp as
$$
  select count(*) from (
    select from quarantine where kind = 'QUARANTINE_SETTLED' and enquiry_id is null and settled_at < before
    union all select from quarantine where kind = 'QUARANTINE_WAITING' and enquiry_id is null and settled_at is null and at < before
    union all select from outbox where kind = 'SENT' and sent_at < before
    union all select from inbox where kind = 'RECEIVED' and received_at < before
    union all select from log_export where kind = 'LOG_EXPORT' and at < before
    union all select from subject_account where kind = 'ACCOUNT_' || state and goes_at <= before
    limit most) due
$$;

create function drop_by_term(kind text, before timestamptz, most integer) returns bigint
  language plpgsql security definer set search_path = hub, pg_temp as
$$
declare gone uuid[]; n bigint; of_table text;
begin
  -- Of a message that nobody could read it is not known whose it is: a hold on everything of any area keeps it.
  if kind like 'QUARANTINE%' and exists (select from legal_hold where lifted_at is null and enquiry_id is null) then
    return 0;
  end if;
  case kind
    when 'SENT' then
      delete from outbox where id in (select id from outbox where sent_at < before order by sent_at limit most);
    when 'RECEIVED' then
      delete from inbox where (principal, message) in
        (select principal, message from inbox where received_at < before order by received_at limit most);
    when 'QUARANTINE_SETTLED' then
      of_table := 'quarantine';
      gone := array(select quarantine_id from quarantine where enquiry_id is null and settled_at < before
        order by settled_at limit most for update skip locked);
      delete from quarantine where quarantine_id = any (gone);
    when 'QUARANTINE_WAITING' then
      of_table := 'quarantine';
      gone := array(select quarantine_id from quarantine where enquiry_id is null and settled_at is null and at < before
        order by at limit most for update skip locked);
      delete from quarantine where quarantine_id = any (gone);
    when 'LOG_EXPORT' then
      of_table := 'log_export';
      gone := array(select export_id from log_export where at < before order by at limit most for update skip locked);
      delete from log_export where export_id = any (gone);
    when 'ACCOUNT_ASKED', 'ACCOUNT_RELEASED', 'ACCOUNT_TOLD' then
      of_table := 'subject_account';
      gone := array(select account_id from subject_account where 'ACCOUNT_' || state = kind and goes_at <= before
        order by goes_at limit most for update skip locked);
      delete from subject_account where account_id = any (gone);
  end case;
  get diagnostics n = row_count;
  delete from key_wrap where table_name = of_table and row_id = any (gone);
  return n;
end
$$;
revoke execute on function due_by_term(text, timestamptz, integer), drop_by_term(text, timestamptz, integer) from public;
grant execute on function due_by_term(text, timestamptz, integer), drop_by_term(text, timestamptz, integer) to hub_app;

-- An export of the log that waits goes with an enquiry if a line of it tells of that enquiry, and no other does.
do $$
declare
  whole text := pg_get_functiondef('erase_enquiry(uuid,uuid)'::regprocedure);
  keys text := 'select row_id from key_wrap where table_name = ''log_export'');';
  rows text := 'delete from log_export; get';
begin
  if position(keys in whole) = 0 or position(rows in whole) = 0 then
    raise exception 'erase_enquiry is not as this migration knows it';
  end if;
  whole := replace(whole, '    -- What was taken away of the log waits here for a day at most: it may name anybody.' || e'\n', '');
  execute replace(replace(whole, keys, 'select export_id from log_export where lines && looked);'),
    rows, 'delete from log_export where lines && looked; get');
end $$;
create index log_export_of_lines on log_export using gin (lines);
