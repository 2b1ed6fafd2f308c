-- 「開示」 and 「お知らせ」: what a person asks through the disclosure system, and what institutions tell people.

-- Requests of the disclosure system that have served, for a day: an older one is refused for its age.
create table disclosure_request (
  institution_code  text        not null,
  processing_number text        not null,
  received_at       timestamptz not null,
  primary key (institution_code, processing_number)
);
create index on disclosure_request (institution_code, received_at);
select protect_by_institution('disclosure_request', 'select, insert, delete');

create table citizen_notice (
  institution_code text collate "C" not null,
  -- 「受付番号」, given when it was taken
  notice_number    text collate "C" not null,
  addressee_number text collate "C" not null,
  -- the sender's key
  record_number    text collate "C" not null,
  department_code  text        not null,
  user_id          text        not null,
  -- title and text, encrypted at rest
  content          bytea       not null,
  issued_on        date        not null,
  ends_on          date        not null check (ends_on >= issued_on),
  registered_at    timestamptz not null,
  read_at          timestamptz,
  primary key (institution_code, notice_number),
  unique (institution_code, record_number)
) partition by hash (institution_code);

do $$
begin
  for i in 0 .. 15 loop
    execute format(
      'create table citizen_notice_%s partition of citizen_notice
         for values with (modulus 16, remainder %s)', i, i);
  end loop;
end $$;
create index on citizen_notice (institution_code, addressee_number);
select protect_by_institution('citizen_notice', 'select, insert, update (read_at)');
