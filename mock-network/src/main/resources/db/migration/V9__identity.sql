-- 本人確認情報 of 市町村CS, 都道府県サーバ and 全国サーバ, every version, encrypted under the key of its system.
create table identity_record (
  number       bigint generated always as identity primary key,
  system       text not null,
  record_index bytea not null,
  number_index bytea not null,
  removal      boolean not null,
  taken_at     timestamptz not null,
  body         bytea not null
);
create index on identity_record (system, record_index, number desc);
create index on identity_record (system, number_index, number desc);
