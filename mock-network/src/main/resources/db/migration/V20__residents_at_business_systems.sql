-- Residents as 税務, 国民健康保険 and 広域連合 have them, each encrypted under the key of its system.
create table resident_copy (
  system       text    not null,
  municipality text    not null,
  position     integer not null,
  version      integer not null,
  body         bytea   not null,
  primary key (system, municipality, position)
);

-- 後期高齢者 of a 広域連合, encrypted under its key; found by a keyed digest of the person.
create sequence union_member_number start 1;
create table union_member (
  prefecture   text    not null,
  person_index bytea   not null,
  municipality text    not null,
  ended        boolean not null,
  body         bytea   not null,
  primary key (prefecture, person_index, municipality)
);

-- How many 後期高齢者 a municipality has at the end of a day.
create table union_daily_count (
  prefecture   text    not null,
  municipality text    not null,
  day          date    not null,
  members      integer not null,
  primary key (prefecture, municipality, day)
);
