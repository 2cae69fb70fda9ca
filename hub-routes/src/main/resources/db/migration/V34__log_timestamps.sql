-- A time authority's tokens over heads of the log's tree (RFC 3161).
create table log_timestamp (
  size  bigint      primary key references log_checkpoint,
  token bytea       not null,
  at    timestamptz not null
);
create trigger log_timestamp_append_only before update or delete or truncate on log_timestamp
  for each statement execute function refuse_change();
grant select, insert on log_timestamp to hub_app;
