-- コアシステム: a person is a number of its own; the 住民票コード is kept only as a keyed digest
create table core_person (
  person_id      uuid  primary key,
  resident_index bytea not null unique
);

-- 処理通番 that arrived through the resident-register network, and whether the 符号 has gone out
create table core_notice (
  processing_number text        primary key,
  institution       text        not null,
  person_id         uuid        not null references core_person,
  arrived_at        timestamptz not null,
  delivered_at      timestamptz,
  error_code        text
);
create index core_notice_waiting on core_notice (institution) where delivered_at is null;

create table permission_list (
  version      integer     primary key,
  published_at timestamptz not null,
  entries      integer     not null,
  content      bytea       not null,
  document     bytea       not null
);

create table core_permit (
  permit_id         text        primary key,
  processing_number text        not null unique,
  document          bytea       not null,
  expires_at        timestamptz not null
);

-- the core's own 情報提供等記録, one row per exchange, refusals included
create table core_exchange (
  processing_number text        primary key,
  inquirer          text        not null,
  provider          text        not null,
  affair            text        not null,
  procedure         text        not null,
  information       text        not null,
  inquired_at       timestamptz not null,
  state             text        not null
                    check (state in ('PENDING', 'ANSWERED', 'REFUSED', 'REFUSED_BY_CORE')),
  error_code        text,
  permit_id         text,
  request           bytea,
  accepted_at       timestamptz,
  answered_at       timestamptz,
  answer_digest     bytea,
  answers_received  integer     not null default 0
);
create index core_exchange_time on core_exchange (inquired_at);

-- 情報照会者: the persons that it knows, by its own 符号
create table inquirer_subject (
  inquirer          text not null,
  reference         text not null,
  processing_number text not null unique,
  linkage_code      text,
  primary key (inquirer, reference)
);

-- the inquirers' own 情報提供等記録
create table inquirer_record (
  processing_number text        primary key,
  inquirer          text        not null,
  provider          text        not null,
  affair            text        not null,
  procedure         text        not null,
  information       text        not null,
  requested_at      timestamptz not null,
  permit_id         text,
  permit_expires_at timestamptz,
  expected_digest   bytea,
  outcome           text        not null check (outcome in ('PENDING', 'PROVIDED', 'REFUSED')),
  error_code        text,
  answered_at       timestamptz,
  matches_original  boolean
);
create index inquirer_record_time on inquirer_record (requested_at);

-- 宛名 hub: one 団体内統合宛名番号 per 個人番号; the number itself only encrypted (MS-44)
create sequence hub_unified_number start 1000001;

create table hub_person (
  institution       text  not null,
  unified_number    text  not null,
  individual_index  bytea not null,
  individual_number bytea not null,
  basic_information bytea not null,
  primary key (institution, unified_number),
  unique (institution, individual_index)
);

create table hub_addressee (
  institution      text not null,
  business_system  text not null,
  addressee_number text not null,
  unified_number   text not null,
  primary key (institution, business_system, addressee_number),
  foreign key (institution, unified_number) references hub_person
);

create table hub_acquisition (
  institution       text        not null,
  unified_number    text        not null,
  record_number     text        not null unique,
  processing_number text        unique,
  error_code        text,
  requested_at      timestamptz not null,
  carried_at        timestamptz,
  primary key (institution, unified_number),
  foreign key (institution, unified_number) references hub_person
);

-- 世帯主変更 since the register was generated
create table household_change (
  id          bigint      generated always as identity primary key,
  institution text        not null,
  head        integer     not null,
  changed_at  timestamptz not null
);
