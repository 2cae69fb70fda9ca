-- Links that are for a named unit alone, in the order of its list: random ids, a time, and what the unit has said. It
-- follows from the ledgers, which are read again only where the unit's facts in them have grown since.
create table kept_link (
  link_id      uuid        primary key,
  enquiry_id   uuid        not null references enquiry on delete cascade,
  person_id    uuid        not null,
  candidate_id uuid        not null,
  since        timestamptz not null,
  said         text        not null check (said in ('OPEN', 'SAME', 'APART'))
);
create index kept_link_in_order on kept_link ((said <> 'OPEN'), since, link_id);
create index kept_link_by_enquiry on kept_link (enquiry_id);

create table kept_link_read (
  enquiry_id uuid   primary key references enquiry on delete cascade,
  seq        bigint not null          -- the newest fact read
);
grant select, insert, update on kept_link, kept_link_read to hub_app;

drop index enquiry_fact_links_kept;
create index enquiry_fact_of_units on enquiry_fact (enquiry_id, seq) where kind in ('LinksKept', 'UnitWord');
