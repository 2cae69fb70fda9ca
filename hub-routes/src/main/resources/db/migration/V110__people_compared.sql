-- How far people who were given new keys have been compared with each other, once all of them had been given theirs. Those of
-- a walk that is done already are compared too: whoever was entered twice before did not know of it. Nothing personal.
alter table person_key_walk
  add column compared_through uuid,     -- the last one compared; the smallest id before the first
  add column compared         boolean;
update person_key_walk set compared_through = '00000000-0000-0000-0000-000000000000', compared = false;
alter table person_key_walk
  alter column compared_through set not null,
  alter column compared set not null;
