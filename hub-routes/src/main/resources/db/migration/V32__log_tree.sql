-- The tree over the disclosure log (C2SP tlog-tiles), and who may let it grow.

-- Entries that have no place yet, so that the sequencer need not look through all that have one. A trigger of the owner
-- fills it: whoever may log needs no right here.
create table log_waiting (
  seq bigint primary key references log_entry
);
create function log_entry_waits() returns trigger language plpgsql security definer set search_path = hub, pg_temp as
$$ begin insert into log_waiting (seq) values (new.seq); return null; end $$;
create trigger log_entry_waits after insert on log_entry for each row execute function log_entry_waits();
insert into log_waiting (seq) select seq from log_entry e where not exists (select from log_place p where p.seq = e.seq);

-- Hashes alone: entries stand in log_entry. A partial tile goes once a wider one is there; a full one stays for ever.
create table log_tile (
  level      smallint not null,
  tile_index bigint   not null,
  width      smallint not null check (width between 1 and 256),
  bytes      bytea    not null,
  primary key (level, tile_index, width)
);
create index log_tile_partial on log_tile (level) where width < 256;

-- Signed heads of the tree (C2SP tlog-checkpoint).
create table log_checkpoint (
  size  bigint      primary key check (size > 0),
  note  bytea       not null,
  fence bigint      not null,   -- of the lease under which it was signed
  at    timestamptz not null
);

-- Whose turn it is. Every taking over raises the fence.
create table log_lease (
  only_one boolean     primary key check (only_one),
  holder   uuid        not null,
  fence    bigint      not null,
  until    timestamptz not null
);

create function refuse_full_tile() returns trigger language plpgsql as
$$
begin
  if tg_op = 'UPDATE' or old.width = 256 then
    raise exception 'append only' using errcode = '42501';
  end if;
  return old;
end
$$;
create trigger log_tile_keeps before update or delete on log_tile for each row execute function refuse_full_tile();
create trigger log_tile_stays before truncate on log_tile for each statement execute function refuse_change();
create trigger log_checkpoint_append_only before update or delete or truncate on log_checkpoint
  for each statement execute function refuse_change();

-- A holder that was overtaken while it stood still signs nothing that others may see.
create function refuse_old_fence() returns trigger language plpgsql as
$$
begin
  if exists (select from log_checkpoint c where c.fence > new.fence)
     or not exists (select from log_lease l where l.fence = new.fence) then
    raise exception 'an old holder of the lease' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger log_checkpoint_fence before insert on log_checkpoint for each row execute function refuse_old_fence();

grant select, delete on log_waiting to hub_app;
grant select, insert, delete on log_tile to hub_app;
grant select, insert on log_checkpoint to hub_app;
grant select, insert, update on log_lease to hub_app;
