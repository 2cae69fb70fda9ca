-- Lists are read a page at a time. Where a view stands follows from the line that its team reads. What was written before
-- stands on the queue until its next version.
alter table view_head
  add column list   text        not null default 'QUEUE' check (list in ('QUEUE', 'CLOSED')),
  add column rank   integer     not null default 0,
  add column due_at timestamptz not null default 'epoch';
alter table view_head
  alter column list drop default,
  alter column rank drop default,
  alter column due_at drop default;

drop index view_head_by_team;
create index view_head_by_place on view_head (team_role, list, rank, due_at, view_id) where withdrawn_at is null;
