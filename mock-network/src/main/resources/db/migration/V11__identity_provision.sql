-- 提供等の記録 of 市町村CS, 都道府県サーバ and 全国サーバ: who got what and why, refused or not; operator and
-- purpose are encrypted under the key of the system.
create table identity_provision (
  number    bigint generated always as identity primary key,
  system    text not null,
  at        timestamptz not null,
  requester text not null,
  kind      text not null,
  persons   integer not null,
  fault     text,
  body      bytea not null
);
create index on identity_provision (system, number);

-- Whom it was about, as a keyed digest of the 住民票コード.
create table identity_provision_person (
  number       bigint not null references identity_provision,
  person_index bytea not null,
  primary key (number, person_index)
);
create index on identity_provision_person (person_index);
