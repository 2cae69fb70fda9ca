-- What each version of a view was decided on (ruling 16). Sealed, for the hub alone: readers' roles have no right here.
create table decision_trace (
  row_id        uuid   primary key,
  view_id       uuid   not null references view_head,
  version       bigint not null,
  disclosure_id uuid   not null,
  body          bytea  not null,
  unique (view_id, version)
);

grant select, insert on decision_trace to hub_app;
