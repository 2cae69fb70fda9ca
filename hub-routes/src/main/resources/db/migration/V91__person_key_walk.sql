-- How far everybody's blocking keys are those that this release makes: people are walked through in the order of their
-- random ids, once for each version of the keys. Nothing personal.
create table person_key_walk (
  version integer primary key,
  through uuid    not null,     -- the last one done; the smallest id before the first
  done    boolean not null
);
grant select, insert, update on person_key_walk to hub_app;
