-- Whom a statute keeps apart from some moment on was shown before it. What named them then is not found any more, nor
-- shown, wherever the newest version of the view does not show it (ruling 13); who saw it stays, for the named unit.
alter table log_lookup_key add column kept_apart boolean not null default false;
alter table log_lookup_key alter column kept_apart drop default;
grant update (kept_apart) on log_lookup_key to hub_app;

drop policy lead on log_lookup_key;
create policy lead on log_lookup_key for select to hub_reader using (not kept_apart and exists (
  select from log_lookup l where l.row_id = log_lookup_key.row_id));

-- Of which rows an export was made, in the order of the file: it is made again from these before it leaves.
delete from log_export;
alter table log_export add column lines uuid[] not null;
