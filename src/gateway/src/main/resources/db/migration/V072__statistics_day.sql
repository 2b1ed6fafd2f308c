-- What statistics say of days that are over is kept by itself: it stays when the records go, and nobody
-- counts millions of them again for a look.

create table statistics_day (
  institution_code text   not null,
  day              date   not null,
  side             text   not null,
  affair_code      text,
  information_code text,
  outcome          text   not null,
  records          bigint not null check (records > 0)
);
create index on statistics_day (institution_code, day);
select protect_by_institution('statistics_day', 'select, insert');

-- Up to which day they are kept.
create table statistics_kept (
  institution_code text primary key,
  kept_to          date not null
);
select protect_by_institution('statistics_kept', 'select, insert, update (kept_to)');
