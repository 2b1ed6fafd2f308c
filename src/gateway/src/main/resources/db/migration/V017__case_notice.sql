-- Staff are told by mail that cases wait (MU-11): of which, as they then stood, and when again.

create table told_case (
  institution_code text        not null,
  case_id          text        not null,
  -- of the case as it was told of: the next step is worth telling anew
  version          integer     not null,
  told_at          timestamptz not null,
  primary key (institution_code, case_id, version),
  foreign key (institution_code, case_id) references approval_case
);
select protect_by_institution('told_case', 'select, insert');

create table notice_turn (
  institution_code text        primary key,
  -- nobody tells before: a mail is under way, or the last one is too fresh
  next_at          timestamptz not null
);
select protect_by_institution('notice_turn', 'select, insert, update');
