-- People decide what no machine may answer: one prepares, another approves (MS-05 to MS-07).

alter table approval_case drop constraint approval_case_state_check;
alter table approval_case add constraint approval_case_state_check
  check (state in ('AWAITING', 'PREPARED', 'APPROVED', 'DECLINED', 'EXPIRED'));
create index on approval_case (institution_code, permit_expires_at)
  where state in ('AWAITING', 'PREPARED');
grant update (state, version) on approval_case to chukan_app;

-- Every step of a case: who, as what, when, and what was said; appended, never changed.
create table approval_step (
  institution_code text        not null,
  case_id          text        not null,
  -- of the case after the step; before it, one less. Two people cannot both take the same step
  version          integer     not null check (version > 0),
  action           text        not null
                   check (action in ('PROVIDE', 'PROVIDE_PART', 'REFUSE', 'ASK_BACK', 'APPROVE',
                                     'DECLINE', 'RETURN', 'EXPIRE', 'LAPSE')),
  -- what the case was after the step
  state            text        not null,
  -- null when nobody did it: time, or a changed 「副本」
  user_id          text,
  department_code  text,
  role             text        check (role in ('OFFICER', 'APPROVER')),
  -- who prepared what is decided here
  prepared_by      text,
  -- codes of the items that do not leave
  withheld_items   text[]      not null,
  -- what the person wrote, encrypted at rest: it may speak of the citizen
  comment          bytea,
  -- exactly what was prepared to leave, encrypted at rest
  content          bytea,
  occurred_at      timestamptz not null,
  primary key (institution_code, case_id, version),
  foreign key (institution_code, case_id) references approval_case,
  check ((user_id is null) = (action in ('EXPIRE', 'LAPSE'))),
  check ((user_id is null) = (role is null) and (user_id is null) = (department_code is null)),
  check (user_id is null
         or (role = 'APPROVER') = (action in ('APPROVE', 'DECLINE', 'RETURN'))),
  -- two persons, whatever the server thinks (MS-06)
  check (action not in ('APPROVE', 'DECLINE', 'RETURN')
         or (prepared_by is not null and prepared_by <> user_id)),
  check ((content is not null) = (action in ('PROVIDE', 'PROVIDE_PART')))
);
select protect_by_institution('approval_step', 'select, insert');

-- A case moves by a step and in no other way, and what has ended stays.
create function require_approval_step() returns trigger
language plpgsql as $$
begin
  if old.state not in ('AWAITING', 'PREPARED')
     or new.version <> old.version + 1
     or not exists (select from approval_step step
                     where step.institution_code = new.institution_code
                       and step.case_id = new.case_id
                       and step.version = new.version
                       and step.state = new.state) then
    raise exception 'a case moves by a step only';
  end if;
  return new;
end $$;
create trigger by_step_only before update on approval_case
  for each row execute function require_approval_step();
