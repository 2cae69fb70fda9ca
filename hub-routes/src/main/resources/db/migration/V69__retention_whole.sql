-- Who was brought into an enquiry and taken out again: they go with it, like everybody else whom nothing else needs. Nothing
-- else is drawn from this: nobody reads a packet, or is kept from one, because of it.
create table enquiry_left (
  enquiry_id uuid not null references enquiry,
  person_id  uuid not null references person,
  primary key (enquiry_id, person_id)
);
create index enquiry_left_by_person on enquiry_left (person_id);
grant select, insert, delete on enquiry_left to hub_app;

-- Before which year nobody need look at a closed enquiry again: so that a look at what is due reads those alone of which it may
-- be time. A year and no day: a child's schedule ends on a birthday. It holds for one state of the ledger and of the schedules.
create table retention_look (
  enquiry_id uuid    primary key references enquiry,
  seq        bigint  not null,   -- of the newest fact that was read
  schedules  bytea   not null,   -- SHA-256 of the schedules
  year       integer not null
);
grant select, insert, update on retention_look to hub_app;

-- How many data keys under a destroyed key could not be unwrapped: what they sealed was unreadable before.
alter table erasure_key add column damaged integer;
grant update (damaged) on erasure_key to hub_app;

do $$
declare
  whole text := pg_get_functiondef('erase_enquiry(uuid,uuid)'::regprocedure);
  stranger text := 'union select person_id from enquiry_stranger where enquiry_id = the_enquiry);';
  last text := '  delete from enquiry where enquiry_id = the_enquiry;';
begin
  if position(stranger in whole) = 0 or position(last in whole) = 0 then
    raise exception 'erase_enquiry is not as this migration knows it';
  end if;
  execute replace(replace(whole, stranger, rtrim(stranger, ');') || e'\n    union select person_id from enquiry_left'
    || ' where enquiry_id = the_enquiry);'), last,
    e'  delete from enquiry_left where enquiry_id = the_enquiry; get diagnostics n = row_count; total := total + n;\n'
    || e'  delete from retention_look where enquiry_id = the_enquiry; get diagnostics n = row_count; total := total + n;\n' || last);
end $$;
