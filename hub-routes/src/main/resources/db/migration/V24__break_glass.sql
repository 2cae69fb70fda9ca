-- Every use of break-glass (ruling 22): by whom, on which enquiry, until when, and who has reviewed it.
create table break_glass (
  row_id      uuid        primary key,
  area        text        not null,
  team        text        not null,
  user_id     uuid        not null,
  enquiry_id  uuid        not null references enquiry,
  at          timestamptz not null,
  until       timestamptz not null,
  review_by   timestamptz not null,
  reviewed_at timestamptz,
  reviewed_by uuid,
  body        bytea       not null,   -- sealed for the team's agency: the reason
  check ((reviewed_at is null) = (reviewed_by is null))
);
create index break_glass_by_enquiry on break_glass (enquiry_id, until);
create index break_glass_unreviewed on break_glass (area, review_by) where reviewed_at is null;
-- The agencies something of which was given, and which were told before it could be read.
create table break_glass_owner (
  row_id uuid not null references break_glass,
  agency text not null,
  primary key (row_id, agency)
);
grant select, insert on break_glass, break_glass_owner to hub_app;
grant update (reviewed_at, reviewed_by) on break_glass to hub_app;
