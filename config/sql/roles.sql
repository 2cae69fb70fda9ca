-- Roles of the MASH hub, for a database administrator. Run as a superuser, connected to the hub's own database:
--     psql -d mash -v ON_ERROR_STOP=1 -f roles.sql
-- It may be run again at any time: it creates what is missing and takes away what should not be there.
-- It sets no password. Afterwards give hub_owner, hub_app, hub_web and hub_backup one each (\password), or certificates.
--
--   hub_owner   owns the tables; used by migrations at start, never by a pool
--   hub_roles   nobody logs in as this; it owns the one function that makes team roles
--   hub_app     the journey: writes view bodies, cannot read them
--   hub_web     readers' connections: no right of its own; takes one team's role for one transaction
--   hub_backup  copies every row, sealed as it lies, for ./mash backup; never used by the running hub
--   hub_reader  what every team role may do; rows are cut by current_user
--   team_<hex>  one for each team of an area, made at start by hub_roles.make_team_role

do $$
begin
  if current_setting('server_version_num')::int < 160000 then
    raise exception 'PostgreSQL 16 or newer is needed, this is %', current_setting('server_version');
  end if;
end $$;

do $$
declare r text;
begin
  foreach r in array array['hub_owner', 'hub_roles', 'hub_app', 'hub_web', 'hub_backup', 'hub_reader'] loop
    if not exists (select from pg_roles where rolname = r) then
      execute format('create role %I', r);
    end if;
  end loop;
end $$;

alter role hub_owner  with login   noinherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role hub_roles  with nologin noinherit nosuperuser nocreatedb createrole   noreplication nobypassrls;
alter role hub_app    with login   noinherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role hub_web    with login   noinherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
alter role hub_backup with login   noinherit nosuperuser nocreatedb nocreaterole noreplication bypassrls;
-- One backup at a time, and one that is looked at; nothing that it does could write; nobody leaves a snapshot open.
alter role hub_backup connection limit 2;
alter role hub_backup set default_transaction_read_only = on;
alter role hub_backup set idle_in_transaction_session_timeout = '10min';
alter role hub_reader with nologin inherit   nosuperuser nocreatedb nocreaterole noreplication nobypassrls;

-- hub_roles may hand hub_reader on to a team role, and cannot use it itself.
grant hub_reader to hub_roles with admin true, inherit false, set false;
revoke hub_reader from hub_web;
revoke hub_reader from hub_app;

do $$
begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to hub_owner, hub_app, hub_web, hub_backup', current_database());
end $$;
revoke all on schema public from public;

create schema if not exists hub authorization hub_owner;
alter schema hub owner to hub_owner;
revoke all on schema hub from public, hub_web;
grant usage on schema hub to hub_app, hub_reader, hub_backup;

-- A backup that left rows out would be none. It reads, and nothing else. Bodies and the keys that wrap them are ciphertext (ruling 17);
-- docs/operations/backup.md names what stands in clear.
revoke all on all tables in schema hub from hub_backup;
revoke all on all sequences in schema hub from hub_backup;
revoke all on all functions in schema hub from hub_backup;
alter default privileges for role hub_owner in schema hub revoke all on tables from hub_backup;
alter default privileges for role hub_owner in schema hub grant select on tables to hub_backup;
grant select on all tables in schema hub to hub_backup;

create schema if not exists hub_roles authorization hub_roles;
alter schema hub_roles owner to hub_roles;
revoke all on schema hub_roles from public;
grant usage on schema hub_roles to hub_owner;

-- Makes a team role, or mends its memberships after a restore: roles are not part of a database's backup.
-- hub_web may become it (SET TRUE) and never has its rights otherwise (INHERIT FALSE).
create or replace function hub_roles.make_team_role(name text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
begin
  if name !~ '^team_[0-9a-f]{32}$' then
    raise exception 'a team role is named team_ and 32 hex digits' using errcode = '22023';
  end if;
  if not exists (select from pg_catalog.pg_roles where rolname = name) then
    execute format('create role %I with nologin inherit', name);
  end if;
  execute format('grant hub_reader to %I with inherit true, set false', name);
  execute format('grant %I to hub_web with inherit false, set true', name);
end
$$;
alter function hub_roles.make_team_role(text) owner to hub_roles;
revoke all on function hub_roles.make_team_role(text) from public;
grant execute on function hub_roles.make_team_role(text) to hub_owner;
