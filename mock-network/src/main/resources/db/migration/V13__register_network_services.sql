-- 転出証明書情報 until the next municipality has fetched it.
create table departure_certificate (
  record_index bytea primary key,
  deposited_at timestamptz not null,
  body         bytea not null
);

-- 整合性確認結果: what the system above said of a comparison; whom it names is encrypted.
create table consistency_result (
  number    bigint generated always as identity primary key,
  system    text not null,
  at        timestamptz not null,
  compared  integer not null,
  findings  integer not null,
  body      bytea not null
);
create index on consistency_result (system, number);
