-- サービス検索・電子申請機能: which key belongs to a card, by keyed digest of its serial number; the key encrypted.
create table electronic_application_card (
  serial_index bytea primary key,
  public_key   bytea not null
);

-- Numbers of applications, each given to one card.
create table electronic_application_number (
  number       bigint generated always as identity primary key,
  serial_index bytea not null
);

-- What stays of an application at the 電子申請機能: how far it is, and a keyed digest of what was signed.
create table electronic_application (
  application   text not null,
  version       integer not null,
  municipality  text not null,
  procedure     text not null,
  content_index bytea not null,
  submitted_at  timestamptz not null,
  state         text not null,
  reason        text,
  primary key (application, version)
);

-- Up to where the 電子申請機能 has fetched the statuses of a municipality's 連携サーバ.
create table electronic_application_fetched (
  municipality text primary key,
  taken        bigint not null
);

-- Copies of applications at 電子申請機能 and 連携サーバ until the next system has them, encrypted; erased then.
create table application_copy (
  position    bigint generated always as identity primary key,
  owner       text not null,
  application text not null,
  version     integer not null,
  kept_at     timestamptz not null,
  attachments integer not null,
  body        bytea not null,
  unique (owner, application, version)
);

-- Statuses that wait at a 連携サーバ until the 電子申請機能 has fetched them.
create table relay_status (
  position    bigint generated always as identity primary key,
  place       text not null,
  application text not null,
  version     integer not null,
  state       text not null,
  reason      text
);

-- 申請管理システム: applications, and whose they are; both encrypted under its key.
create table application (
  place         text not null,
  application   text not null,
  version       integer not null,
  procedure     text not null,
  received_at   timestamptz not null,
  state         text not null,
  reason        text,
  body          bytea not null,
  applicant     bytea,
  primary key (place, application, version)
);

-- Who of the staff saw whose application it is, before it is processed (MU-26); and who decided (MU-24).
create table application_step (
  number      bigint generated always as identity primary key,
  place       text not null,
  application text not null,
  version     integer not null,
  clerk       text not null,
  step        text not null,
  at          timestamptz not null
);

-- 既存住基システム: matched applications that it took, encrypted under its key.
create table matched_application (
  institution text not null,
  application text not null,
  version     integer not null,
  procedure   text not null,
  taken_at    timestamptz not null,
  body        bytea not null,
  primary key (institution, application)
);
