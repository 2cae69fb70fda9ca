-- The doubtful links that wait for a link steward, beside the views of the steward's team: prepared when the enquiry is
-- decided, so that a list of them reads nothing that is kept from its reader (ruling 12). A link that only a named unit may
-- know of has no row here (ruling 33).
create table view_link (
  row_id     uuid        primary key,
  view_id    uuid        not null references view_head on delete cascade,
  link_id    uuid        not null,
  state      text        not null,   -- what has been said of it, a word of a closed vocabulary
  team_role  text        not null,
  since      timestamptz not null,   -- when it was found
  nth        integer     not null,   -- among those found at once, the likeliest first
  is_current boolean     not null,
  body       bytea       not null    -- sealed for the team: whom it concerns, by the handle on the page, and why
);
create index view_link_current on view_link (team_role, view_id) where is_current;
create index view_link_of_view on view_link (view_id);
alter table view_link alter column body set statistics 0;

grant select (row_id, view_id, link_id, state, team_role, since, nth, is_current), insert, update (is_current)
  on view_link to hub_app;
grant select on view_link to hub_reader;

alter table view_link enable row level security;
alter table view_link force row level security;
create policy journey on view_link to hub_app using (true) with check (true);
create policy team on view_link for select to hub_reader using (team_role = current_user and is_current);
create policy erasing on view_link to hub_owner
  using (exists (select from erasure_item i where i.state = 'ERASING'));

-- They go with their view, their keys with them, and the erasure learns which keys those were.
create function forget_view_link() returns trigger language plpgsql security definer set search_path = hub, pg_temp as
$$ begin
  with gone as (delete from key_wrap where row_id = old.row_id and table_name = 'view_link' returning holder, epoch)
    insert into erasure_key (erasure_id, holder, epoch)
      select distinct i.erasure_id, g.holder, g.epoch from gone g, erasure_item i where i.state = 'ERASING'
      on conflict do nothing;
  return null;
end $$;
create trigger view_link_forgets after delete on view_link for each row execute function forget_view_link();
