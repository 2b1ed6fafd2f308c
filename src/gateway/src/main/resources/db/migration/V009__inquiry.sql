-- 「情報照会」: what the municipality asked, how each inquiry stands, and what came for it until its 「保管期限」.
-- Partitioned by institution: each number is unique within one.

-- What was handed in under one 「受付番号」: a message or a file.
create table inquiry_request (
  institution_code text        not null,
  reception_number text        not null,
  kind             text        not null check (kind in ('MESSAGE', 'FILE')),
  -- 「電文メッセージID」, or the name of the file
  name             text        not null,
  -- SHA-256 of what was handed in: the same again changes nothing, another content is a conflict
  digest           bytea       not null check (length(digest) = 32),
  line_count       integer     not null check (line_count > 0),
  received_at      timestamptz not null,
  -- when the contents were removed after their retention
  removed_at       timestamptz,
  primary key (institution_code, reception_number),
  unique (institution_code, kind, name)
) partition by hash (institution_code);

create table inquiry (
  institution_code     text collate "C" not null,
  processing_number    text collate "C" not null,
  reception_number     text collate "C" not null,
  line_number          integer     not null check (line_number > 0),
  state                text        not null
                       check (state in ('ACCEPTED', 'SENT', 'PROVIDED', 'MALFORMED', 'REFUSED', 'DECLINED',
                                        'UNANSWERED')),
  error_code           text,
  -- the sender's key; null when the inquiry was refused before it stood for a record
  record_number        text collate "C",
  -- SHA-256 of the record, to know it again when it is sent again
  record_digest        bytea       check (length(record_digest) = 32),
  -- null as far as a line could not be read
  addressee_number     text,
  provider_code        text,
  affair_code          text,
  procedure_code       text,
  information_code     text,
  delegating_inquirer  text,
  delegating_provider  text,
  non_disclosure_code  text,
  period_from          date,
  period_to            date,
  department_code      text,
  user_id              text,
  -- 「項目コード」 asked for, in layout order; null when it was refused
  requested_items      text[],
  received_at          timestamptz not null,
  -- until when an answer is taken
  answer_until         timestamptz not null,
  sent_at              timestamptz,
  concluded_at         timestamptz,
  -- when the provider answered
  provided_at          timestamptz,
  -- SHA-256 of the answer that ended it
  answer_digest        bytea       check (length(answer_digest) = 32),
  edition              text,
  -- the line of the file as it came, encrypted at rest; null for a message, and once removed
  line                 bytea,
  -- what was provided (ProvidedInformation as XML), encrypted at rest; null before, and once removed
  content              bytea,
  primary key (institution_code, processing_number)
) partition by hash (institution_code);

-- Answers that were refused: late, double, foreign, unasked, tampered; each delivery counted once.
create table refused_answer (
  institution_code  text        not null,
  digest            bytea       not null check (length(digest) = 32),
  -- null when nothing in the delivery could be believed
  processing_number text,
  error_code        text        not null,
  received_at       timestamptz not null,
  primary key (institution_code, digest)
) partition by hash (institution_code);

do $$
declare
  target text;
begin
  foreach target in array array['inquiry_request', 'inquiry', 'refused_answer'] loop
    for i in 0 .. 15 loop
      execute format(
        'create table %I partition of %I for values with (modulus 16, remainder %s)',
        target || '_' || i, target, i);
    end loop;
  end loop;
end $$;
create unique index on inquiry (institution_code, record_number) where record_number is not null;
create unique index on inquiry (institution_code, reception_number, line_number);
create index on inquiry (institution_code, answer_until) where state in ('ACCEPTED', 'SENT');
create index on inquiry_request (institution_code, received_at) where removed_at is null;
create index on refused_answer (institution_code, received_at desc);
select protect_by_institution('inquiry_request', 'select, insert, update (removed_at)');
select protect_by_institution(
  'inquiry',
  'select, insert, update (state, error_code, sent_at, concluded_at, provided_at, answer_digest, edition, line, content)');
select protect_by_institution('refused_answer', 'select, insert');

-- An inquirer's exchange may also end without any answer.
alter table provision_record drop constraint provision_record_outcome_check;
alter table provision_record add constraint provision_record_outcome_check
  check (outcome in ('PROVIDED', 'AWAITING_APPROVAL', 'REFUSED', 'UNANSWERED'));

-- Inquiries leave by queues of their own; the messages that waited before were answers.
alter table outbox add column queue text not null default 'ANSWER'
  check (queue in ('ANSWER', 'INQUIRY'));
alter table outbox alter column queue drop default;

-- The log of communications also says when what had come was removed again.
alter table communication drop constraint communication_direction_check;
alter table communication add constraint communication_direction_check
  check (direction in ('RECEIVED', 'SENT', 'REMOVED'));
