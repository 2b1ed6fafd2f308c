-- カード運用状況 as 市町村CS and 個人番号カード管理システム know it, encrypted under the key of each.
create table card_status (
  system       text not null,
  serial_index bytea not null,
  record_index bytea not null,
  taken_at     timestamptz not null,
  body         bytea not null,
  primary key (system, serial_index)
);
create index on card_status (system, record_index);

-- 送付先情報 until it has gone to the maker of cards.
create table card_destination (
  management_number text primary key,
  received_at       timestamptz not null,
  body              bytea not null
);

-- What the maker was sent: the number of the notice alone.
create table card_order (
  management_number text primary key,
  ordered_at        timestamptz not null
);
