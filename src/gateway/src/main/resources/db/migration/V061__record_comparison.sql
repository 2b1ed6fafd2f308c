-- The records of this institution against those of the network and of the other parties, day by day
-- (MS-12, MS-74). What was found is a report and stays; it says nothing about any person.

create table record_comparison (
  institution_code  text        not null,
  comparison        bigint      generated always as identity,
  -- the day in Japan on which was asked
  day               date        not null,
  compared_at       timestamptz not null,
  -- why there was nothing to compare with; all counts are 0 then
  error_code        text,
  own_records       integer     not null check (own_records >= 0),
  network_records   integer     not null check (network_records >= 0),
  other_records     integer     not null check (other_records >= 0),
  -- exchanges that are still under way on one side
  open_records      integer     not null check (open_records >= 0),
  findings          integer     not null check (findings >= 0),
  primary key (institution_code, comparison)
);
create index on record_comparison (institution_code, day desc, comparison desc);
select protect_by_institution('record_comparison', 'select, insert');

create table record_comparison_finding (
  institution_code  text    not null,
  comparison        bigint  not null,
  position          integer not null check (position > 0),
  kind              text    not null
                    check (kind in ('MISSING_HERE', 'MISSING_THERE', 'DIFFERENT', 'DOUBLED')),
  -- with whose records it disagrees
  keeper            text    not null check (keeper in ('NETWORK', 'INQUIRER', 'PROVIDER')),
  processing_number text    not null,
  -- in what they differ, and what each says; null unless they differ
  field             text,
  here              text,
  there             text,
  primary key (institution_code, comparison, position),
  foreign key (institution_code, comparison) references record_comparison,
  check ((kind = 'DIFFERENT') = (field is not null))
);
select protect_by_institution('record_comparison_finding', 'select, insert');
