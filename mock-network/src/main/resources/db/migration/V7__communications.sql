-- Every message from one system of the country to another, taken or not; nothing of what it said.
create table country_communication (
  number     bigint generated always as identity primary key,
  at         timestamptz not null,
  from_kind  text not null,
  from_place text not null,
  to_kind    text not null,
  to_place   text not null,
  message    text not null,
  bytes      integer not null,
  fault      text
);

-- Messages that wait for their receiver, encrypted; erased when they are taken or refused.
create table kept_message (
  number     bigint generated always as identity primary key,
  from_kind  text not null,
  from_place text not null,
  to_kind    text not null,
  to_place   text not null,
  message    text not null,
  kept_at    timestamptz not null,
  body       bytea not null
);
create index on kept_message (from_kind, from_place, to_kind, to_place, number);
