-- Whom the sources of an enquiry name besides its people. They stand in no roster; but for whom a team acts in that enquiry
-- is a fact about every other enquiry that has to do with them (ruling 4).
create table enquiry_stranger (
  enquiry_id uuid not null references enquiry,
  person_id  uuid not null references person,
  primary key (enquiry_id, person_id)
);
create index enquiry_stranger_by_person on enquiry_stranger (person_id);
grant select, insert on enquiry_stranger to hub_app;
