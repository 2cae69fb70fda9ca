-- A subject's own account of disclosures waits here, sealed, until another lead of the agency releases it. Beside the exports:
-- an erasure takes all of these, because they may name anybody.
alter table log_export add column prepared_for text;   -- area and agency; null for what may be fetched
alter table log_export drop constraint log_export_form_check;
alter table log_export add constraint log_export_form_check check (form in ('CSV', 'JSON', 'TEXT'));
alter table log_export add check (prepared_for is null or form = 'TEXT');
create index log_export_prepared on log_export (prepared_for) where prepared_for is not null;
