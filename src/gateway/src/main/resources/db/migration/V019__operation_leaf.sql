-- The 「操作ログ」 stands in the tree that shows tampering, as 「情報提供等記録」 do.

alter table operation add column leaf_id bigint;
-- the bytes that the leaf was made of
alter table operation add column body bytea;
-- rows from before have no leaf and stay as they are
alter table operation
  add constraint operation_is_a_leaf check (leaf_id is not null and body is not null) not valid;
create index on operation (institution_code, leaf_id);
