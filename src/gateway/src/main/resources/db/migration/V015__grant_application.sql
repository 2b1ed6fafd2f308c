-- 「権限の申請」 in the console: applied for by one person, given by another (JN-36, MU-07, MU-13). Nothing
-- of it is ever changed: what became of an application stands in the history.

create table grant_application (
  institution_code text        not null,
  number           bigint generated always as identity,
  user_id          text        not null,
  department_code  text        not null,
  affair_code      text        not null,
  granted_function text        not null check (granted_function in ('INQUIRY', 'PROVISION')),
  valid_from       date        not null,
  -- at the latest the end of the fiscal year in which it starts (MU-07, MU-08)
  valid_to         date        not null
                   check (valid_to >= valid_from
                          and valid_to <= make_date(
                            extract(year from valid_from - interval '3 months')::integer + 1, 3, 31)),
  reason           text        not null check (reason <> '' and length(reason) <= 200),
  applied_by       text        not null,
  applied_at       timestamptz not null,
  primary key (institution_code, number),
  foreign key (institution_code, user_id) references staff_account
);
create index on grant_application (institution_code, user_id);
select protect_by_institution('grant_application', 'select, insert');

create table grant_event (
  id                 bigint generated always as identity primary key,
  institution_code   text        not null,
  kind               text        not null
                     check (kind in ('APPLIED', 'GRANTED', 'REFUSED', 'WITHDRAWN', 'REVOKED')),
  -- null for the end of a grant that a file had brought
  application_number bigint,
  user_id            text        not null,
  department_code    text        not null,
  affair_code        text        not null,
  granted_function   text        not null check (granted_function in ('INQUIRY', 'PROVISION')),
  valid_from         date        not null,
  valid_to           date        not null,
  -- why, where somebody gave a reason
  reason             text,
  -- the set that it made, null where the grants stayed as they were
  set_number         integer,
  done_by            text        not null,
  done_at            timestamptz not null,
  foreign key (institution_code, application_number)
    references grant_application (institution_code, number),
  foreign key (institution_code, set_number) references staff_grant_set
);
create index on grant_event (institution_code, user_id, id);
-- one application is decided once
create unique index on grant_event (institution_code, application_number)
  where kind in ('GRANTED', 'REFUSED', 'WITHDRAWN');
select protect_by_institution('grant_event', 'select, insert');

-- A set that the console makes holds the grants of the set before: each tells where it came from.
alter table staff_grant
  -- set in which it came, null when that is its own
  add column since_set integer,
  -- null when a file brought it
  add column application_number bigint,
  add foreign key (institution_code, since_set)
    references staff_grant_set (institution_code, set_number),
  add foreign key (institution_code, application_number)
    references grant_application (institution_code, number);

-- What else can become of an account: an application for it is turned down or taken back, a lock is
-- lifted.
alter table staff_account_event
  drop constraint staff_account_event_kind_check,
  add constraint staff_account_event_kind_check
    check (kind in ('APPLIED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'DISABLED', 'LOCKED', 'UNLOCKED',
                    'PASSWORD', 'PASSKEY'));

-- As the account stood before the last change was applied for; null when it was of no use then.
alter table staff_account
  add column former_display_name    text,
  add column former_department_code text,
  add column former_roles           text[],
  add column former_applied_by      text,
  add column former_applied_at      timestamptz,
  add column former_approved_by     text,
  add column former_approved_at     timestamptz;
