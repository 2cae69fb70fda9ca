-- Every word about an agency that stops sharing, in order. The newest of STOPPED and LIFTED counts for an agency.
create table sharing_stop (
  seq     bigint      generated always as identity primary key,
  area    text        not null,
  agency  text        not null,
  kind    text        not null check (kind in ('STOPPED', 'LIFT_PROPOSED', 'LIFTED')),
  by_user uuid        not null,
  at      timestamptz not null
);
create index sharing_stop_by_agency on sharing_stop (area, agency, seq);
create trigger sharing_stop_append_only before update or delete or truncate on sharing_stop
  for each statement execute function refuse_change();
grant select, insert on sharing_stop to hub_app;
grant select (seq, area, kind) on sharing_stop to hub_reader;

-- The stops that a view was decided on, by the number of the newest: an opening checks that there is none since.
alter table view_head add column stops bigint not null default 0;
alter table view_head alter column stops drop default;
create index view_head_by_stops on view_head (area, stops) where withdrawn_at is null;
