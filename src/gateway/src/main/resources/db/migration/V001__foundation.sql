-- What every table of the server stands on: isolation per institution, the log of communications,
-- data keys, and the outbox.

-- Holds a table to one institution at a time (MS-96): the policy is forced on everybody, its owner
-- too, and the server's own role gets the named privileges and no others.
create function protect_by_institution(target regclass, privileges text) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy one_institution on %s
       using (institution_code = current_setting(''chukan.institution'', true))
       with check (institution_code = current_setting(''chukan.institution'', true))', target);
  execute format('grant %s on %s to chukan_app', privileges, target);
end $$;

-- Monthly partitions of a growing table, from this month on; made ahead at each start.
create function ensure_month_partitions(target text, months integer) returns void
language plpgsql security definer set search_path = public as $$
declare
  first_day date;
begin
  for i in 0 .. months loop
    first_day := (date_trunc('month', now() at time zone 'UTC') + make_interval(months => i))::date;
    execute format(
      'create table if not exists %I partition of %I for values from (%L) to (%L)',
      target || to_char(first_day, '_YYYYMM'), target,
      first_day || ' 00:00+00', (first_day + interval '1 month')::date || ' 00:00+00');
  end loop;
end $$;
grant execute on function ensure_month_partitions(text, integer) to chukan_app;

create table communication (
  id               bigint generated always as identity,
  institution_code text        not null,
  direction        text        not null check (direction in ('RECEIVED', 'SENT')),
  peer_code        text,
  message_type     text        not null,
  number           text,
  error_code       text,
  occurred_at      timestamptz not null,
  primary key (occurred_at, id)
) partition by range (occurred_at);
create table communication_default partition of communication default;
create index on communication (institution_code, number);
create index on communication (institution_code, occurred_at desc);
select protect_by_institution('communication', 'select, insert');
select ensure_month_partitions('communication', 12);

-- A data key per institution, wrapped by the master key of the key store (JN-02).
create table data_key (
  institution_code text        not null,
  key_id           integer     not null,
  master_key_id    text        not null,
  wrapped_key      bytea       not null,
  created_at       timestamptz not null,
  primary key (institution_code, key_id)
);
select protect_by_institution('data_key', 'select, insert');

-- What is decided and has to leave: written with the decision, published afterwards. It holds signed
-- messages whose personal content is encrypted to the peer (MS-41).
create table outbox (
  id               bigint generated always as identity primary key,
  institution_code text        not null,
  message_type     text        not null,
  number           text        not null,
  duplicate_id     text        not null unique,
  body             bytea       not null,
  created_at       timestamptz not null
);
create index on outbox (institution_code, id);
select protect_by_institution('outbox', 'select, insert, delete');
