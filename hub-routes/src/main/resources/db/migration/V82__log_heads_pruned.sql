-- A head is signed ten times a second while anything is logged, and nothing needs most of them a week later: receipts carry
-- their own, proofs between any two sizes come from tiles. Of each day (UTC) the last stays, and the last that was cosigned;
-- whatever a time authority stamped stays for ever, and so does the newest. A trigger keeps everybody to that.

-- How far the heads have been looked through.
create table log_pruned (
  only_one boolean primary key check (only_one),
  through  bigint  not null
);
insert into log_pruned values (true, 0);

-- The check that no overtaken holder signs looks at the newest fences alone.
create index log_checkpoint_by_fence on log_checkpoint (fence);

create function same_day(one timestamptz, other timestamptz) returns boolean language sql immutable as
$$ select (one at time zone 'UTC')::date = (other at time zone 'UTC')::date $$;

-- By the heads' own times: nobody's clock is asked.
create function refuse_needed_head() returns trigger language plpgsql set search_path = hub, pg_temp as
$$
declare newest timestamptz; next timestamptz;
begin
  select c.at into newest from log_checkpoint c order by c.size desc limit 1;
  execute format('select at from %I where size > $1 order by size limit 1', tg_table_name) into next using old.size;
  if next is null or not same_day(old.at, next) or old.at > newest - interval '7 days'
     or exists (select from log_timestamp t where t.size = old.size) then
    raise exception 'append only' using errcode = '42501';
  end if;
  return old;
end
$$;
drop trigger log_checkpoint_append_only on log_checkpoint;
create trigger log_checkpoint_append_only before update or truncate on log_checkpoint
  for each statement execute function refuse_change();
create trigger log_checkpoint_keeps before delete on log_checkpoint
  for each row execute function refuse_needed_head();
drop trigger log_cosigned_append_only on log_cosigned;
create trigger log_cosigned_append_only before update or truncate on log_cosigned
  for each statement execute function refuse_change();
create trigger log_cosigned_keeps before delete on log_cosigned
  for each row execute function refuse_needed_head();

-- Looks through so many heads at most, from where the last call ended, and drops of them what nothing needs. Says how many it
-- looked at; nothing while another instance looks.
create function prune_heads(most integer) returns integer
  language plpgsql security definer set search_path = hub, pg_temp as
$$
declare after bigint; last bigint; looked integer; young timestamptz;
begin
  select through into after from log_pruned for update skip locked;
  select at - interval '7 days' into young from log_checkpoint order by size desc limit 1;
  select max(size), count(*) into last, looked from
    (select size, at from log_checkpoint where size > after order by size limit most) part where at <= young;
  if last is null then
    return 0;
  end if;
  delete from log_cosigned c where c.size > after and c.size <= last and c.at <= young
    and not exists (select from log_timestamp t where t.size = c.size)
    and same_day(c.at, (select n.at from log_cosigned n where n.size > c.size order by n.size limit 1));
  delete from log_checkpoint c where c.size > after and c.size <= last and c.at <= young
    and not exists (select from log_timestamp t where t.size = c.size)
    and not exists (select from log_cosigned w where w.size = c.size)
    and same_day(c.at, (select n.at from log_checkpoint n where n.size > c.size order by n.size limit 1));
  update log_pruned set through = last;
  return looked;
end
$$;
revoke execute on function prune_heads(integer) from public;
grant execute on function prune_heads(integer) to hub_app;
