-- What the log last said of settings and keys: a digest each. What changes is logged.
create table log_settings (
  kind   text primary key check (kind in ('CONFIGURATION', 'KEYS')),
  digest text not null
);
grant select, insert, update on log_settings to hub_app;
