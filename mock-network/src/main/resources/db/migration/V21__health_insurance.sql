-- Whom a municipality insures, encrypted under the key of its 国民健康保険システム; found by keyed digests of the
-- person, of 記号番号 (the household) and of 記号・番号・枝番.
create table insured_person (
  municipality    text    not null,
  person_index    bytea   not null,
  household_index bytea   not null,
  insured_index   bytea   not null,
  body            bytea   not null,
  primary key (municipality, person_index),
  unique (municipality, insured_index)
);
create index on insured_person (municipality, household_index);

-- 高額療養費 that was paid, with what the 国保集約システム says of it.
create table high_cost_benefit (
  municipality  text  not null,
  insured_index bytea not null,
  month         text  not null,
  body          bytea not null,
  primary key (municipality, insured_index, month)
);

-- The newest 資格情報 of everybody at the オンライン資格確認等システム, encrypted under its key.
create table checked_qualification (
  insured_index bytea   primary key,
  municipality  text    not null,
  version       integer not null,
  body          bytea   not null
);
create index on checked_qualification (municipality);
