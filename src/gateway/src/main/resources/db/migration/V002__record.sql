-- 「情報提供等記録」 (番号法第23条) and the leaves that make tampering visible (RFC 9162).

create table record_leaf (
  leaf_id          bigint generated always as identity,
  institution_code text        not null,
  kind             text        not null,
  leaf_hash        bytea       not null check (length(leaf_hash) = 32),
  written_at       timestamptz not null,
  primary key (written_at, leaf_id)
) partition by range (written_at);
create table record_leaf_default partition of record_leaf default;
create index on record_leaf (institution_code, leaf_id);
select protect_by_institution('record_leaf', 'select, insert');
select ensure_month_partitions('record_leaf', 12);

create table provision_record (
  institution_code  text        not null,
  leaf_id           bigint      not null,
  side              text        not null check (side in ('INQUIRER', 'PROVIDER')),
  processing_number text,
  linkage_code      text,
  outcome           text        not null
                    check (outcome in ('PROVIDED', 'AWAITING_APPROVAL', 'REFUSED')),
  error_code        text,
  decided_at        timestamptz not null,
  -- the bytes that the leaf was made of; a purge removes them and keeps the leaf
  body              bytea,
  primary key (decided_at, leaf_id)
) partition by range (decided_at);
create table provision_record_default partition of provision_record default;
create index on provision_record (institution_code, processing_number);
create index on provision_record (institution_code, leaf_id);
create index on provision_record (institution_code, linkage_code);
select protect_by_institution('provision_record', 'select, insert');
select ensure_month_partitions('provision_record', 12);
