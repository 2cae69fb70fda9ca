-- The versions of everything that a view was decided on (ruling 14), as one digest.
alter table view_head drop column input_version;
alter table view_head add column inputs text not null default 'before this was kept';
alter table view_head alter column inputs drop default;
