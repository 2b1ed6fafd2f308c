-- 「滞留電文」: messages that the broker gave up, until somebody decides about them.

create table dead_letter (
  institution_code  text        not null,
  letter_number     text        not null,
  -- of the broker: what it brings twice is kept once
  message_id        text        not null,
  kind              text        not null
                    check (kind in ('PROVISION_REQUEST', 'LINKAGE_CODE_NOTICE', 'INQUIRY',
                                    'INQUIRY_ANSWER', 'ANSWER')),
  -- null when none can be read, or when it speaks of several
  processing_number text,
  attempts          integer     not null check (attempts > 0),
  taken_over_at     timestamptz not null,
  died_at           timestamptz not null,
  state             text        not null
                    check (state in ('KEPT', 'REDRIVING', 'REDRIVEN', 'DISCARDED')),
  -- as it lay in the queue, encrypted at rest: it may point at a person
  body              bytea,
  decided_by        text,
  decided_at        timestamptz,
  reason            text,
  primary key (institution_code, letter_number),
  unique (institution_code, message_id),
  check ((body is not null) = (state in ('KEPT', 'REDRIVING'))),
  check ((state = 'KEPT') = (decided_by is null)
         and (decided_by is null) = (decided_at is null)
         and (decided_by is null) = (reason is null))
);
create index on dead_letter (institution_code, died_at) where state = 'KEPT';
create index on dead_letter (institution_code, decided_at) where state = 'REDRIVING';
select protect_by_institution(
  'dead_letter', 'select, insert, update (state, body, decided_by, decided_at, reason)');

-- Statistics count the days, sides, affairs and outcomes of records in one small index, without
-- opening a record; when a purge removes a record's body, its affair goes with it.
create function affair_of_record(body bytea) returns text
language sql immutable parallel safe as $$
  select cast(convert_from(body, 'UTF8') as json) ->> 'affair'
$$;
alter table provision_record
  -- the day in Japan
  add column decided_on date
    generated always as (cast(decided_at at time zone 'Asia/Tokyo' as date)) stored,
  add column affair_code text
    generated always as (affair_of_record(body)) stored;
create index on provision_record (institution_code, decided_on, side, affair_code, outcome);

-- Waiting times are counted on the day on which a case ended.
create index on approval_step (institution_code, occurred_at)
  where state in ('APPROVED', 'DECLINED', 'EXPIRED');
