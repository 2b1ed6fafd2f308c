-- Records whose 「保管期限」 is over go; their leaves stay, and so does what says that they went.

create table purge_statement (
  institution_code text        not null,
  leaf_id          bigint      not null,
  purged_at        timestamptz not null,
  -- the bytes that the leaf was made of
  body             bytea       not null,
  primary key (institution_code, leaf_id)
);
select protect_by_institution('purge_statement', 'select, insert');

-- Removes the oldest sealed records of the open transaction's institution, and tells where their
-- leaves stand. The server's own role can remove records in no other way, and none of the last half
-- year in any.
create function purge_records(record_kind text, before timestamptz, most integer)
returns setof bigint
language plpgsql security definer set search_path = public as $$
begin
  if before > now() - interval '6 months' then
    raise exception 'records of the last half year are not purged';
  end if;
  if record_kind = 'PROVISION' then
    return query
      with old as (
        select record.decided_at, record.leaf_id, leaf.tree_position
          from provision_record as record
          join record_leaf as leaf
            on leaf.leaf_id = record.leaf_id and leaf.written_at = record.decided_at
               and leaf.institution_code = record.institution_code
         where record.decided_at < before and leaf.tree_position is not null
         order by record.decided_at, record.leaf_id
         limit most),
      gone as (
        delete from provision_record as record using old
         where record.decided_at = old.decided_at and record.leaf_id = old.leaf_id
        returning old.tree_position)
      select tree_position from gone order by tree_position;
  elsif record_kind = 'OPERATION' then
    return query
      with old as (
        select operation.occurred_at, operation.id, leaf.tree_position
          from operation
          join record_leaf as leaf
            on leaf.leaf_id = operation.leaf_id and leaf.written_at = operation.occurred_at
               and leaf.institution_code = operation.institution_code
         where operation.occurred_at < before and leaf.tree_position is not null
         order by operation.occurred_at, operation.id
         limit most),
      gone as (
        delete from operation using old
         where operation.occurred_at = old.occurred_at and operation.id = old.id
        returning old.tree_position)
      select tree_position from gone order by tree_position;
  else
    raise exception 'no such kind of record';
  end if;
end $$;
revoke execute on function purge_records(text, timestamptz, integer) from public;
grant execute on function purge_records(text, timestamptz, integer) to chukan_app;
