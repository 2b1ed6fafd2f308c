-- Days that were played; a later one must lie after them.
create table country_day (
  day       date primary key,
  seed      bigint not null,
  begun_at  timestamptz not null,
  ended_at  timestamptz
);
