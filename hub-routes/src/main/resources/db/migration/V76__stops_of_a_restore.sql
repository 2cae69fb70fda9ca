-- A restore stops the sharing of every agency. The hub says so in its log when it starts; here stands what it has said.
alter table log_settings drop constraint log_settings_kind_check;
alter table log_settings add constraint log_settings_kind_check check (kind in ('CONFIGURATION', 'KEYS', 'SHARING_STOP'));
