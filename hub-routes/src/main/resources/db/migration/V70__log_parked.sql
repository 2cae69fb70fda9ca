-- Places of the log whose entry could not be read when the index was made: nobody finds them until somebody has looked.
create table log_lookup_parked (
  place bigint primary key
);
grant select, insert on log_lookup_parked to hub_app;

-- Two instances of a hub may be configured otherwise for a while: each is compared with what it said itself. Keys are the
-- database's, and of no instance.
alter table log_settings add column instance text;
update log_settings set instance = '';
alter table log_settings alter column instance set not null;
alter table log_settings drop constraint log_settings_pkey;
alter table log_settings add primary key (instance, kind);
