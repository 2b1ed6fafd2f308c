-- What happened to 住民票 since they were generated; the body is encrypted under a key of the system.
create table resident_event (
  number      bigint generated always as identity primary key,
  institution text not null,
  happened_at timestamptz not null,
  body        bytea not null
);
create index on resident_event (institution, number);

-- 世帯主変更 was the only one before, and stood here.
drop table household_change;

-- Up to when a municipality's 日次連携 has brought everything.
create table daily_feed (
  institution text primary key,
  fed_until   timestamptz not null
);
