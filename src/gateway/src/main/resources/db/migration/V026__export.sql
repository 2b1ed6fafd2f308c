-- Exports of the console: what is more than a little leaves only after somebody else has approved it
-- (JN-21, JN-22, JN-37). Nothing of it is ever changed.

create table export_application (
  institution_code text        not null,
  export_number    text        not null,
  kind             text        not null check (kind in ('RECORDS', 'OPERATIONS', 'GRANTS', 'EVIDENCE')),
  row_count        bigint      not null check (row_count > 0),
  purpose          text        not null check (purpose <> '' and length(purpose) <= 200),
  applied_by       text        not null,
  applied_at       timestamptz not null,
  -- which rows, as it was applied for; encrypted at rest, it may name a person
  criteria         bytea       not null,
  primary key (institution_code, export_number)
);
create index on export_application (institution_code, applied_by, applied_at desc);
create index on export_application (institution_code, kind, applied_at);
select protect_by_institution('export_application', 'select, insert');

create table export_decision (
  institution_code text        not null,
  export_number    text        not null,
  kind             text        not null check (kind in ('APPROVED', 'REFUSED', 'WITHDRAWN')),
  comment          text        check (comment <> '' and length(comment) <= 200),
  decided_by       text        not null,
  decided_at       timestamptz not null,
  -- after that it is not taken out any more
  valid_until      timestamptz,
  -- one application is decided once
  primary key (institution_code, export_number),
  foreign key (institution_code, export_number) references export_application,
  check ((valid_until is not null) = (kind = 'APPROVED')),
  check (kind <> 'REFUSED' or comment is not null)
);
select protect_by_institution('export_decision', 'select, insert');

-- What left, also without an application; the rows of a day count together.
create table export_taking (
  institution_code text        not null,
  id               bigint      generated always as identity,
  user_id          text        not null,
  kind             text        not null check (kind in ('RECORDS', 'OPERATIONS', 'GRANTS', 'EVIDENCE')),
  row_count        bigint      not null check (row_count >= 0),
  -- null for what was little enough
  export_number    text,
  taken_at         timestamptz not null,
  primary key (institution_code, id),
  -- an approval is good for one file
  unique (institution_code, export_number),
  foreign key (institution_code, export_number) references export_application
);
create index on export_taking (institution_code, user_id, taken_at);
select protect_by_institution('export_taking', 'select, insert');

-- Another person decides, and only who applied takes out what was approved, whatever the server thinks.
create function require_another_person() returns trigger
language plpgsql as $$
declare
  applicant text;
begin
  select applied_by into applicant from export_application asked
   where asked.institution_code = new.institution_code
     and asked.export_number = new.export_number;
  if (new.kind = 'WITHDRAWN') is distinct from (new.decided_by = applicant) then
    raise exception 'who applied for an export withdraws it, somebody else decides';
  end if;
  return new;
end $$;
create trigger by_another_person before insert on export_decision
  for each row execute function require_another_person();

create function require_approval() returns trigger
language plpgsql as $$
begin
  if new.export_number is not null and not exists (
       select from export_application asked
         join export_decision decided using (institution_code, export_number)
        where asked.institution_code = new.institution_code
          and asked.export_number = new.export_number
          and asked.kind = new.kind
          and asked.applied_by = new.user_id
          and decided.kind = 'APPROVED'
          and new.taken_at < decided.valid_until) then
    raise exception 'nobody has approved this export';
  end if;
  return new;
end $$;
create trigger with_approval_only before insert on export_taking
  for each row execute function require_approval();
