-- Each entry runs this. Setting the search path and putting it back was a fifth of what the trigger costs; with the table named in
-- full, and no operator or function in it, there is nothing that a search path could lead elsewhere.
create or replace function log_entry_waits() returns trigger language plpgsql security definer as
$$ begin insert into hub.log_waiting (seq) values (new.seq); return null; end $$;
