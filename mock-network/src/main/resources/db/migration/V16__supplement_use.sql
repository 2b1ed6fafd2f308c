-- Every output of 附票本人確認情報 and every refusal of one: one row per person, one without a person
-- when nobody came of it.
create table supplement_use (
  number            bigint generated always as identity primary key,
  use               uuid not null,
  system            text not null,
  at                timestamptz not null,
  kind              text not null,
  requester         text not null,
  operator          text not null,
  affair            text not null,
  subject_index     bytea,
  individual_number boolean not null,
  fault             text
);
create index on supplement_use (system, number);
create index on supplement_use (system, subject_index);

-- 整合性確認結果, as the system that has the original got it; encrypted under its key.
create table supplement_comparison (
  number      bigint generated always as identity primary key,
  system      text not null,
  compared_at timestamptz not null,
  body        bytea not null
);
create index on supplement_comparison (system, compared_at);
