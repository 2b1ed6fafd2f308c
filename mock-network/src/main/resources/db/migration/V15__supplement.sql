-- 附票本人確認情報 of 附票都道府県サーバ and 附票全国サーバ, every version, encrypted under the key of its system.
-- 個人番号 is in none of it.
create table supplement_record (
  number             bigint generated always as identity primary key,
  system             text not null,
  municipality       text not null,
  record_index       bytea not null,
  name_birth_index   bytea not null,
  name_address_index bytea,
  removal            boolean not null,
  taken_at           timestamptz not null,
  body               bytea not null
);
create index on supplement_record (system, record_index, municipality, number desc);
create index on supplement_record (system, name_birth_index);
create index on supplement_record (system, name_address_index);
