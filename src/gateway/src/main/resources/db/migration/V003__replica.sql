-- 「副本」: what answers are made of. The keys stand in the clear under row-level security, because they
-- are looked up by; the items rest encrypted. Codes compare byte by byte.

create table replica (
  institution_code    text collate "C" not null,
  addressee_number    text collate "C" not null,
  information_code    text collate "C" not null,
  data_set_item       text collate "C" not null,
  record_key          text collate "C" not null,
  parent_record_key   text collate "C",
  edition             text collate "C" not null,
  published_from      date        not null,
  published_to        date,
  region_code         text,
  -- null: the sender never said, so it answers by itself
  response_mode       text check (response_mode in ('AUTOMATIC', 'APPROVAL_REQUIRED')),
  non_disclosure_code text,
  -- the newest update among the items, as the sender says
  updated_at          timestamptz,
  -- the record that wrote this row
  record_number       text collate "C" not null,
  registered_at       timestamptz not null,
  content             bytea       not null,
  primary key (institution_code, addressee_number, information_code, data_set_item, record_key)
) partition by hash (institution_code);

-- 「レコード識別番号」 of every record that took effect: the same again changes nothing.
create table replica_record_number (
  institution_code text collate "C" not null,
  record_number    text collate "C" not null,
  registered_at    timestamptz not null,
  primary key (institution_code, record_number)
) partition by hash (institution_code);

do $$
begin
  for i in 0 .. 15 loop
    execute format(
      'create table replica_%s partition of replica for values with (modulus 16, remainder %s)', i, i);
    execute format(
      'create table replica_record_number_%s partition of replica_record_number
         for values with (modulus 16, remainder %s)', i, i);
  end loop;
end $$;
select protect_by_institution('replica', 'select, insert, update, delete');
select protect_by_institution('replica_record_number', 'select, insert');

-- Messages that took effect, so that the same one sent again gets the same result and has no second
-- effect (MS-80).
create table replica_message (
  institution_code text        not null,
  message_type     text        not null,
  message_id       text        not null,
  -- SHA-256 over message and attachment
  content_hash     bytea       check (length(content_hash) = 32),
  reception_number text        not null,
  department_code  text        not null,
  user_id          text        not null,
  -- the answer as it was sent; it holds no personal data
  result           bytea,
  received_at      timestamptz not null,
  primary key (institution_code, message_type, message_id)
);
select protect_by_institution('replica_message', 'select, insert, update');

-- 「自動応答不可」 and 「不開示」 set on a person, for one 「特定個人情報」 or for all ('*'), apart from what the
-- records themselves carry (MS-05).
create table response_mode_setting (
  institution_code    text collate "C" not null,
  addressee_number    text collate "C" not null,
  information_code    text collate "C" not null,
  response_mode       text        not null
                      check (response_mode in ('AUTOMATIC', 'APPROVAL_REQUIRED')),
  non_disclosure_code text,
  changed_at          timestamptz not null,
  primary key (institution_code, addressee_number, information_code)
);
select protect_by_institution('response_mode_setting', 'select, insert, update');

-- Each such change, in whose name and when: appended, never changed.
create table response_mode_change (
  institution_code    text        not null,
  record_number       text        not null,
  addressee_number    text        not null,
  information_code    text        not null,
  response_mode       text        not null,
  non_disclosure_code text,
  department_code     text        not null,
  user_id             text        not null,
  changed_at          timestamptz not null,
  primary key (institution_code, record_number)
);
create index on response_mode_change (institution_code, addressee_number);
select protect_by_institution('response_mode_change', 'select, insert');

-- Who looked at whose 「副本」, when and why (MS-51, MS-76); found or not.
create table replica_access (
  id               bigint generated always as identity,
  institution_code text        not null,
  accessed_at      timestamptz not null,
  department_code  text        not null,
  user_id          text        not null,
  purpose          text        not null,
  addressee_number text        not null,
  information_code text        not null,
  records_shown    integer     not null,
  primary key (accessed_at, id)
) partition by range (accessed_at);
create table replica_access_default partition of replica_access default;
create index on replica_access (institution_code, addressee_number);
select protect_by_institution('replica_access', 'select, insert');
select ensure_month_partitions('replica_access', 12);
