-- Data keys come and go: new ones beside old ones, wrapped anew, and destroyed for good.

alter table data_key alter column master_key_id drop not null;
alter table data_key alter column wrapped_key drop not null;
-- since when nothing that it encrypted can be read
alter table data_key add column destroyed_at timestamptz;
alter table data_key add constraint data_key_destroyed
  check ((wrapped_key is null) = (destroyed_at is not null)
         and (master_key_id is null) = (destroyed_at is not null));
grant update (master_key_id, wrapped_key, destroyed_at) on data_key to chukan_app;

-- What is destroyed stays so, and no new key takes its place as if nothing had been.
create function data_key_stays_destroyed() returns trigger
language plpgsql as $$
begin
  if new.destroyed_at is null
     and exists (select 1 from data_key
                  where institution_code = new.institution_code and destroyed_at is not null) then
    raise exception 'the data keys of this institution were destroyed';
  end if;
  return new;
end $$;
create trigger data_key_stays_destroyed before insert or update on data_key
  for each row execute function data_key_stays_destroyed();
