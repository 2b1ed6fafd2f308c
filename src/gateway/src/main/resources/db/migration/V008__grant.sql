-- 「権限」: who of the staff may ask or provide for which 「事務」 (MS-11, MS-22, MS-23). An institution sets
-- all its grants at once; the sets before stay as they were, and the server's own role only adds.

create table staff_grant_set (
  institution_code text        not null,
  -- counts up; the highest one is in force
  set_number       integer     not null check (set_number > 0),
  row_count        integer     not null check (row_count >= 0),
  -- SHA-256 of the file: the same again changes nothing
  digest           bytea       not null check (length(digest) = 32),
  changed_at       timestamptz not null,
  -- name of the certificate
  changed_by       text        not null,
  primary key (institution_code, set_number)
);
select protect_by_institution('staff_grant_set', 'select, insert');

create table staff_grant (
  institution_code text    not null,
  set_number       integer not null,
  position         integer not null,
  user_id          text    not null,
  department_code  text    not null,
  affair_code      text    not null,
  granted_function text    not null check (granted_function in ('INQUIRY', 'PROVISION')),
  valid_from       date    not null,
  -- at the latest the end of the fiscal year in which it starts (MU-07, MU-08)
  valid_to         date    not null
                   check (valid_to >= valid_from
                          and valid_to <= make_date(
                            extract(year from valid_from - interval '3 months')::integer + 1, 3, 31)),
  reason           text    not null check (reason <> ''),
  primary key (institution_code, set_number, position),
  foreign key (institution_code, set_number) references staff_grant_set
);
create index on staff_grant (institution_code, set_number, user_id);
select protect_by_institution('staff_grant', 'select, insert');
