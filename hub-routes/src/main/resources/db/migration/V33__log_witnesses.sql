-- Heads that a quorum of witnesses has cosigned (C2SP tlog-cosignature): the note of log_checkpoint with more lines.
create table log_cosigned (
  size bigint      primary key references log_checkpoint,
  note bytea       not null,
  at   timestamptz not null
);
create trigger log_cosigned_append_only before update or delete or truncate on log_cosigned
  for each statement execute function refuse_change();
grant select, insert on log_cosigned to hub_app;
