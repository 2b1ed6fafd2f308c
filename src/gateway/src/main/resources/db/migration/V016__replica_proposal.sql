-- 「副本の申請」: what people at the terminal want to become of a 「副本」 (MS-53, MS-54, MS-55, JN-38, MU-13).
-- One enters, two others check, yet another approves; nothing of the 「副本」 changes before.

-- Message or proposal that wrote the row, null for rows of before.
alter table replica add column reception_number text collate "C";

create table replica_proposal (
  institution_code text        not null,
  proposal_number  text        not null,
  kind             text        not null
                   check (kind in ('REGISTRATION', 'CORRECTION', 'RESPONSE_MODE', 'DELETION')),
  information_code text        not null,
  state            text        not null
                   check (state in ('ENTERED', 'CHECKED_ONCE', 'CHECKED', 'APPROVED', 'RETURNED',
                                    'WITHDRAWN')),
  -- counts the steps taken
  version          integer     not null check (version > 0),
  entered_by       text        not null,
  entered_at       timestamptz not null,
  -- who has confirmed what is proposed now
  checked_by       text[]      not null check (cardinality(checked_by) <= 2),
  -- whom and which record it is about, encrypted at rest
  subject          bytea       not null,
  primary key (institution_code, proposal_number),
  check (not entered_by = any (checked_by)),
  check (cardinality(checked_by) < 2 or checked_by[1] <> checked_by[2])
);
create index on replica_proposal (institution_code, entered_at)
  where state in ('ENTERED', 'CHECKED_ONCE', 'CHECKED', 'RETURNED');
select protect_by_institution('replica_proposal', 'select, insert');
grant update (state, version, checked_by) on replica_proposal to chukan_app;

-- Every step of a proposal: who, as what, when, and what was said; appended, never changed.
create table replica_proposal_step (
  institution_code text        not null,
  proposal_number  text        not null,
  -- of the proposal after the step; before it, one less. Two people cannot both take the same step
  version          integer     not null check (version > 0),
  action           text        not null
                   check (action in ('ENTER', 'CONFIRM', 'RETURN', 'APPROVE', 'REVISE', 'WITHDRAW',
                                     'LAPSE')),
  -- what the proposal was after the step
  state            text        not null,
  -- null when nobody did it: the 「副本」 had changed
  user_id          text,
  department_code  text,
  role             text        check (role in ('OFFICER', 'APPROVER')),
  -- what the person wrote, encrypted at rest: it may speak of the citizen
  comment          bytea,
  -- before and after, encrypted at rest and kept for good (MS-55)
  content          bytea,
  occurred_at      timestamptz not null,
  primary key (institution_code, proposal_number, version),
  foreign key (institution_code, proposal_number) references replica_proposal,
  check ((user_id is null) = (action = 'LAPSE')),
  check ((user_id is null) = (role is null) and (user_id is null) = (department_code is null)),
  check (role is null or action <> 'APPROVE' or role = 'APPROVER'),
  check ((content is not null) = (action in ('ENTER', 'REVISE')))
);
select protect_by_institution('replica_proposal_step', 'select, insert');

-- A proposal begins with nobody's check, moves by a step and in no other way, is approved by a fourth
-- person after two checks of what is proposed now, whatever the server thinks, and what has ended stays.
create function require_proposal_step() returns trigger
language plpgsql as $$
declare
  step    replica_proposal_step;
  checks  integer;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'ENTERED' or new.version <> 1 or new.checked_by <> '{}' then
      raise exception 'a proposal begins unchecked';
    end if;
    return new;
  end if;
  select * into step from replica_proposal_step taken
   where taken.institution_code = new.institution_code
     and taken.proposal_number = new.proposal_number
     and taken.version = new.version;
  if old.state in ('APPROVED', 'WITHDRAWN')
     or new.version <> old.version + 1
     or step.state is distinct from new.state then
    raise exception 'a proposal moves by a step only';
  end if;
  if step.action in ('CONFIRM', 'RETURN', 'APPROVE')
     and (step.user_id = new.entered_by or step.user_id = any (old.checked_by)) then
    raise exception 'who entered or checked a proposal does not decide on it';
  end if;
  if new.state = 'APPROVED' then
    select count(distinct taken.user_id) into checks from replica_proposal_step taken
     where taken.institution_code = new.institution_code
       and taken.proposal_number = new.proposal_number
       and taken.action = 'CONFIRM'
       and taken.user_id not in (new.entered_by, step.user_id)
       and taken.version > (select max(entered.version) from replica_proposal_step entered
                             where entered.institution_code = new.institution_code
                               and entered.proposal_number = new.proposal_number
                               and entered.action in ('ENTER', 'REVISE'));
    if checks < 2 then
      raise exception 'two persons check before a third approves';
    end if;
  end if;
  return new;
end $$;
create trigger by_step_only before insert or update on replica_proposal
  for each row execute function require_proposal_step();
