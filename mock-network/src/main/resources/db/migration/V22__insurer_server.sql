-- 医療保険者等向け中間サーバー等: what each 委託区画 keeps, encrypted under a key of the partition. A row is seen and
-- written by transactions of its own partition only.
create table insurer_history (
  tenant        text    not null,
  insured_index bytea   not null,
  version       integer not null,
  body          bytea   not null,
  primary key (tenant, insured_index)
);

create table insurer_code_request (
  tenant      text        not null,
  file_name   text        not null,
  prepared_by text        not null,
  prepared_at timestamptz not null,
  started_by  text,
  started_at  timestamptz,
  body        bytea       not null,
  primary key (tenant, file_name)
);

create table insurer_linkage_code (
  tenant        text  not null,
  insured_index bytea not null,
  body          bytea not null,
  primary key (tenant, insured_index)
);

alter table insurer_history enable row level security;
alter table insurer_history force row level security;
create policy own_partition on insurer_history
  using (tenant = current_setting('chukan.tenant', true));

alter table insurer_code_request enable row level security;
alter table insurer_code_request force row level security;
create policy own_partition on insurer_code_request
  using (tenant = current_setting('chukan.tenant', true));

alter table insurer_linkage_code enable row level security;
alter table insurer_linkage_code force row level security;
create policy own_partition on insurer_linkage_code
  using (tenant = current_setting('chukan.tenant', true));
