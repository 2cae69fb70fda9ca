-- Totals of a month that is over, as every information governance lead reads them (ruling 13): worked out once, suppressed, and
-- never again, so that nothing follows from reading them twice.
create table log_total (
  area  text   not null,
  month date   not null,   -- its first day
  kind  text   not null check (kind in ('MONTH', 'RECIPIENT', 'RULE')),
  name  text   not null,   -- of a team or a rule; empty for the mark that the month is done
  about bigint not null check (about >= 0 and about % 5 = 0),
  primary key (area, month, kind, name)
);
grant select, insert on log_total to hub_app;
