-- Hubs that run on this database: each says so every few seconds. The id is random and new at each start.
create table hub_instance (
  instance_id   uuid        primary key,
  seen_at       timestamptz not null,
  configuration text        not null    -- SHA-256 of the files that it was started with
);
grant select, insert, update, delete on hub_instance to hub_app;
