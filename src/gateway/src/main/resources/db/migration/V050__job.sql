-- 「ジョブ」: what the server does by itself, regularly or because somebody asked: how each stands, and
-- what came of its runs. Nothing of anybody but who asked.

create table job_state (
  institution_code text        not null,
  job              text        not null,
  -- since when it is looked after: what would have been due before does not count
  since            timestamptz not null,
  started_at       timestamptz,
  ended_at         timestamptz,
  succeeded_at     timestamptz,
  outcome          text        check (outcome in ('DONE', 'FAILED', 'CANCELLED', 'STOPPED', 'LOST')),
  done             bigint      not null default 0 check (done >= 0),
  error            text,
  -- in a row, and since when
  failures         integer     not null default 0 check (failures >= 0),
  failing_since    timestamptz,
  -- runs in a row that a node did not bring to their end
  interruptions    integer     not null default 0 check (interruptions >= 0),
  primary key (institution_code, job),
  check ((failures > 0) = (failing_since is not null))
);
select protect_by_institution('job_state', 'select, insert, update');

create table job_run (
  institution_code text        not null,
  run_number       bigint      generated always as identity,
  job              text        not null,
  state            text        not null
                   check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'STOPPED',
                                    'LOST')),
  -- who asked for it, null for the schedule; the operator's staff is not the institution's
  asked_by             text,
  asked_by_institution text,
  asked_at         timestamptz,
  -- when the schedule wanted it
  due_at           timestamptz,
  node             text,
  started_at       timestamptz,
  ended_at         timestamptz,
  done             bigint      not null default 0 check (done >= 0),
  -- how much there is to do, as far as it is known
  whole            bigint      check (whole >= 0),
  error            text,
  -- how often in a row it failed, for what runs every few seconds
  times            integer     not null default 1 check (times > 0),
  cancelled_by             text,
  cancelled_by_institution text,
  cancelled_at     timestamptz,
  primary key (institution_code, run_number),
  check ((asked_by is null) = (asked_at is null)),
  check ((cancelled_by is null) = (cancelled_at is null)),
  check (state <> 'WAITING' or asked_at is not null),
  check ((state in ('WAITING', 'RUNNING')) = (ended_at is null))
);
-- asked for twice is asked for once, and no two run at the same time
create unique index job_run_waiting on job_run (institution_code, job) where state = 'WAITING';
create unique index job_run_running on job_run (institution_code, job) where state = 'RUNNING';
create index on job_run (institution_code, job, run_number desc);
select protect_by_institution('job_run', 'select, insert, update, delete');

-- Somebody had a job run, or end.
alter table operation drop constraint operation_kind_check;
alter table operation add constraint operation_kind_check
  check (kind in ('LOGIN', 'LOGIN_FAILED', 'LOGOUT', 'VIEW', 'DECISION', 'EXPORT', 'ACCOUNT', 'GRANT',
                  'CONFIGURATION', 'JOB'));
