-- Statistics count by 特定個人情報名 too, in the same small index.
create function information_of_record(body bytea) returns text
language sql immutable parallel safe as $$
  select cast(convert_from(body, 'UTF8') as json) ->> 'information'
$$;
alter table provision_record
  add column information_code text
    generated always as (information_of_record(body)) stored;
drop index provision_record_institution_code_decided_on_side_affair_co_idx;
create index provision_record_counts on provision_record
  (institution_code, decided_on, side, affair_code, information_code, outcome);
