-- 宛名 hub: files and inquiries of business systems on their way, and their results; content only encrypted
create table hub_inquiry_file (
  reference        text        primary key,
  institution      text        not null,
  business_system  text        not null,
  file_name        text        not null,
  sent_name        text        not null,
  lines            integer     not null,
  told_back        integer     not null,
  unknown_lines    text        not null,
  handed_in_at     timestamptz not null,
  state            text        not null check (state in ('WAITING', 'SENT', 'REFUSED', 'COMPLETE')),
  digest           bytea       not null,
  original         bytea       not null,
  content          bytea,
  reception_number text,
  error_code       text,
  error_place      text,
  result           bytea,
  completed_at     timestamptz,
  unique (institution, business_system, file_name),
  unique (institution, sent_name)
);
create index hub_inquiry_file_open on hub_inquiry_file (handed_in_at)
  where state in ('WAITING', 'SENT');

create table hub_inquiry (
  reference        text        primary key,
  institution      text        not null,
  business_system  text        not null,
  addressee_number text        not null,
  reception_number text        not null,
  asked_at         timestamptz not null
);
