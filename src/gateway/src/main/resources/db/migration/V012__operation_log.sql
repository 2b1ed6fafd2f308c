-- 「操作ログ」: what people did (MS-70, MS-71, JN-18); kept by month.

create table operation (
  id                 bigint generated always as identity,
  institution_code   text        not null,
  user_id            text,
  kind               text        not null
                     check (kind in ('LOGIN', 'LOGIN_FAILED', 'LOGOUT', 'VIEW', 'DECISION', 'EXPORT',
                                     'ACCOUNT', 'GRANT', 'CONFIGURATION')),
  operation_function text        not null,
  succeeded          boolean     not null,
  target             text,
  -- whose data were shown or changed
  addressee_number   text,
  purpose            text,
  occurred_at        timestamptz not null,
  primary key (occurred_at, id)
) partition by range (occurred_at);
create table operation_default partition of operation default;
create index on operation (institution_code, occurred_at desc);
create index on operation (institution_code, user_id, occurred_at desc);
create index on operation (institution_code, addressee_number, occurred_at desc);
select protect_by_institution('operation', 'select, insert');
select ensure_month_partitions('operation', 12);
