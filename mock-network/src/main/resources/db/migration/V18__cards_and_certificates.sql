-- 既存住基システム: which resident has which 個人番号カード; the body is encrypted under a key of the ledger.
create table individual_number_card (
  number       bigint generated always as identity primary key,
  institution  text not null,
  serial_index bytea not null unique,
  holder_index bytea not null,
  body         bytea not null
);
create index on individual_number_card (institution, holder_index);

-- What is in the chip of a card that somebody carries: the hash of the PIN and how many tries are left.
create table card_chip (
  serial_index bytea primary key,
  body         bytea not null
);

-- キオスク端末: every request, whatever came of it; nothing about the person.
create table kiosk_request (
  number         bigint generated always as identity primary key,
  request_number text not null,
  at             timestamptz not null,
  place          text not null,
  outcome        text not null,
  fee            integer
);

-- 証明書発行サーバ: every request, issued or refused (JN-11, JN-12, JN-37).
create table certificate_request (
  number         bigint generated always as identity primary key,
  place          text not null,
  request_number text not null,
  card_index     bytea not null,
  at             timestamptz not null,
  fault          text,
  issue_number   integer,
  fee            integer,
  mark           text
);
create unique index on certificate_request (place, request_number) where fault is null;
create unique index on certificate_request (place, issue_number) where issue_number is not null;
