-- An act that came as a record with a name of its own: another record under that name is a conflict (ruling 19). Digests of
-- records in which people stand under keyed handles. Acts of forms have none.
alter table act_seen add column digest bytea;
