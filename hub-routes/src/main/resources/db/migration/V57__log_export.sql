-- What somebody takes away of a search of the log: sealed, until the log proves its entry and the one who asked has it.
create table log_export (
  export_id uuid        primary key,
  entry_id  text        not null references log_entry (entry_id),
  user_id   uuid        not null,
  form      text        not null check (form in ('CSV', 'JSON')),
  at        timestamptz not null,
  body      bytea       not null
);
create index log_export_by_time on log_export (at);
grant select, insert, delete on log_export to hub_app;
