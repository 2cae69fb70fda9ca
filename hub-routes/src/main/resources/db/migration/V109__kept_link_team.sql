-- Whose list a link is on: a reader's page is made of the rows of one team, and costs the same however many others have.
-- Empty where the area names nobody, and until the hub has looked.
alter table kept_link add column team text;
drop index kept_link_in_order;
create index kept_link_in_order on kept_link (team, (said <> 'OPEN'), since, link_id);
