-- 「符号管理」: which 「符号」 belongs to which 「団体内統合宛名番号」, one to one in each institution (MS-30).
-- Never a 個人番号 (MS-31). The server's own role adds; it changes and removes nothing.

-- One acquisition for each person, however often it is asked for (MS-37).
create table linkage_acquisition (
  institution_code  text        not null,
  addressee_number  text        not null,
  processing_number text        not null,
  requested_at      timestamptz not null,
  primary key (institution_code, addressee_number),
  unique (institution_code, processing_number)
);
select protect_by_institution('linkage_acquisition', 'select, insert');

-- Each accepted request with its purpose (MS-18): who asked, for which affair (MS-35), and why.
create table linkage_acquisition_record (
  institution_code text        not null,
  record_number    text        not null,
  addressee_number text        not null,
  affair_code      text        not null,
  purpose          text        not null check (purpose in ('INFORMATION_LINKAGE', 'OTHER')),
  department_code  text        not null,
  user_id          text        not null,
  received_at      timestamptz not null,
  primary key (institution_code, record_number)
);
create index on linkage_acquisition_record (institution_code, addressee_number);
select protect_by_institution('linkage_acquisition_record', 'select, insert');

create table linkage_code (
  institution_code text        not null,
  addressee_number text        not null,
  linkage_code     text        not null,
  bound_at         timestamptz not null,
  primary key (institution_code, addressee_number),
  unique (institution_code, linkage_code),
  foreign key (institution_code, addressee_number) references linkage_acquisition
);
select protect_by_institution('linkage_code', 'select, insert');
