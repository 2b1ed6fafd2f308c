-- 「突合」: the file of the register (原本) against the 「副本」 (MS-52). What was found rests encrypted and
-- goes after its retention; of the file itself nothing stays once it is compared (MS-61).

create table reconciliation (
  institution_code      text        not null,
  reconciliation_number text        not null,
  information_code      text collate "C" not null,
  -- the items that alone are compared; empty for all
  items                 text[]      not null,
  form                  text        not null check (form in ('CSV', 'XML')),
  -- who brought the file: a person at the console, or the client with its certificate
  taken_by              text        not null,
  taken_at              timestamptz not null,
  -- SHA-256 of the file
  content_hash          bytea       not null check (length(content_hash) = 32),
  -- of the register's file
  records               integer     not null check (records >= 0),
  state                 text        not null
                        check (state in ('WAITING', 'DONE', 'FAILED', 'CANCELLED')),
  error_code            text,
  ended_at              timestamptz,
  -- counts of what was compared; all null before the end
  replicas              integer,
  missing               integer,
  extra                 integer,
  different             integer,
  equal                 integer,
  -- findings that are kept: of very many only the first
  kept                  integer,
  -- when they were removed after their retention
  removed_at            timestamptz,
  primary key (institution_code, reconciliation_number),
  check ((state = 'WAITING') = (ended_at is null)),
  check ((state = 'DONE') = (kept is not null)),
  check ((state = 'FAILED') = (error_code is not null))
);
create index on reconciliation (institution_code, taken_at desc);
create index on reconciliation (institution_code, taken_at) where state = 'WAITING';
select protect_by_institution('reconciliation', 'select, insert');
grant update (state, error_code, ended_at, replicas, missing, extra, different, equal, kept, removed_at)
   on reconciliation to chukan_app;

-- How many records differ in an item, of the day and of the period of publication too.
create table reconciliation_item (
  institution_code      text    not null,
  reconciliation_number text    not null,
  item                  text    not null,
  records               integer not null check (records > 0),
  primary key (institution_code, reconciliation_number, item),
  foreign key (institution_code, reconciliation_number) references reconciliation
);
select protect_by_institution('reconciliation_item', 'select, insert');

-- The records of the register between their arrival and the comparison, and no longer.
create table reconciliation_staging (
  institution_code      text    not null,
  reconciliation_number text    not null,
  position              integer not null,
  addressee_number      text collate "C" not null,
  data_set_item         text collate "C" not null,
  record_key            text collate "C" not null,
  -- what the register says, encrypted
  content               bytea   not null
);
create index on reconciliation_staging (institution_code, reconciliation_number, addressee_number,
                                        data_set_item, record_key);
select protect_by_institution('reconciliation_staging', 'select, insert, delete');

create table reconciliation_finding (
  institution_code      text    not null,
  reconciliation_number text    not null,
  finding               integer not null check (finding > 0),
  kind                  text    not null check (kind in ('MISSING', 'EXTRA', 'DIFFERENT')),
  -- in which they differ; empty unless they do
  items                 text[]  not null,
  -- whom it is about and both values, encrypted
  content               bytea   not null,
  -- what people propose to do about it, and why the last attempt to propose was refused
  proposal_number       text,
  error_code            text,
  primary key (institution_code, reconciliation_number, finding),
  foreign key (institution_code, reconciliation_number) references reconciliation,
  foreign key (institution_code, proposal_number) references replica_proposal
);
create index on reconciliation_finding (institution_code, proposal_number)
  where proposal_number is not null;
select protect_by_institution('reconciliation_finding', 'select, insert, delete');
grant update (proposal_number, error_code) on reconciliation_finding to chukan_app;

-- 「副本」 and what was found leave through the gate of the exports (JN-22).
alter table export_application drop constraint export_application_kind_check;
alter table export_application add constraint export_application_kind_check
  check (kind in ('RECORDS', 'OPERATIONS', 'GRANTS', 'EVIDENCE', 'REPLICAS', 'FINDINGS'));
alter table export_taking drop constraint export_taking_kind_check;
alter table export_taking add constraint export_taking_kind_check
  check (kind in ('RECORDS', 'OPERATIONS', 'GRANTS', 'EVIDENCE', 'REPLICAS', 'FINDINGS'));
