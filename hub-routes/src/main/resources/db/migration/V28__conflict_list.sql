-- One line of the conflict list is one declaration: about so many people, for the staff of one area, taken off by two
-- people. Staff are random ids.
alter table conflict
  add column declaration_id uuid,
  add column area text,
  add column by_themselves boolean not null default false;
update conflict c set declaration_id = conflict_id,
  area = (select min(e.area) from enquiry e join enquiry_person p using (enquiry_id) where p.person_id = c.person_id);
alter table conflict
  alter column declaration_id set not null,
  alter column area set not null,
  alter column by_themselves drop default;
create index conflict_by_area on conflict (area, since) where lifted_at is null;

create table conflict_lifting (
  declaration_id uuid        not null,
  said_by        uuid        not null,
  at             timestamptz not null,
  primary key (declaration_id, said_by)
);
grant select, insert on conflict_lifting to hub_app;
