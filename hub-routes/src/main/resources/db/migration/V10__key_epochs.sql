-- Under which keys anything was ever sealed: no row of key_wrap, and nothing personal. A keystore that lacks one of them is
-- older than this database, or another's; the hub must not start on it, nor make a key in its place (ruling 17).
create table key_epoch (
  holder text   not null,
  epoch  bigint not null,
  primary key (holder, epoch)
);
grant select on key_epoch to hub_app;

-- As the owner, so that neither the journey nor a reader can name a key that is not in use.
create function note_key_epoch() returns trigger language plpgsql security definer set search_path = hub, pg_temp as
$$ begin
  insert into key_epoch (holder, epoch) values (new.holder, new.epoch) on conflict do nothing;
  return null;
end $$;
revoke execute on function note_key_epoch() from public;
create trigger key_wrap_epoch after insert on key_wrap for each row execute function note_key_epoch();

-- Row-level security is forced on the owner too; for this one reading it steps aside.
alter table key_wrap no force row level security;
insert into key_epoch (holder, epoch) select distinct holder, epoch from key_wrap;
alter table key_wrap force row level security;
