-- 情報照会 of served municipalities: the content that was taken under a number, and its receipt
create table core_inquiry (
  processing_number text        primary key,
  inquirer          text        not null,
  inquiry_digest    bytea       not null,
  received_at       timestamptz not null,
  receipt           bytea,
  path              bytea
);

-- answers on their way to the server of a served municipality; the message goes once it is taken
create table core_answer_delivery (
  processing_number text        not null,
  sequence          integer     not null,
  institution       text        not null,
  message           bytea,
  due_at            timestamptz not null,
  attempts          integer     not null default 0,
  accepted_at       timestamptz,
  error_code        text,
  primary key (processing_number, sequence)
);
create index core_answer_delivery_due on core_answer_delivery (due_at) where message is not null;

-- 情報提供者: what was asked of the providers of this country, and their own 情報提供等記録
create table provider_exchange (
  processing_number text        primary key,
  provider          text        not null,
  inquirer          text        not null,
  affair            text        not null,
  procedure         text        not null,
  information       text        not null,
  linkage_code      text        not null,
  items             text        not null,
  permit_id         text        not null,
  key_id            text        not null,
  profile_id        text        not null,
  permit_expires_at timestamptz not null,
  certificate       bytea       not null,
  requested_at      timestamptz not null,
  state             text        not null
                    check (state in ('WAITING', 'HELD', 'SILENT', 'PROVIDED', 'REFUSED')),
  error_code        text,
  due_at            timestamptz,
  answered_at       timestamptz,
  fault             text,
  then_right        boolean     not null default false,
  fault_millis      bigint      not null default 0
);
create index provider_exchange_due on provider_exchange (due_at) where state in ('WAITING', 'HELD');
create index provider_exchange_time on provider_exchange (requested_at);

-- how a provider behaves, where that was changed
create table provider_behaviour (
  provider  text primary key,
  behaviour text not null
);
