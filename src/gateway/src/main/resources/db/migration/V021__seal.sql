-- The tree over the leaves of each institution (RFC 9162) and its signed heads: what makes a change
-- of what is kept visible to anybody, without this database.

-- Where a leaf stands in the tree of its institution; given once, by the sealer, and never changed.
alter table record_leaf add column tree_position bigint check (tree_position >= 0);
create index record_leaf_not_sealed on record_leaf (institution_code, leaf_id)
  where tree_position is null;
create index record_leaf_position on record_leaf (institution_code, tree_position);
grant update (tree_position) on record_leaf to chukan_app;
create policy position_once on record_leaf as restrictive for update
  using (tree_position is null) with check (tree_position is not null);

create table tree_head (
  institution_code text        not null,
  head_number      bigint      generated always as identity,
  tree_size        bigint      not null check (tree_size >= 0),
  -- the leaves that the head before does not cover, 32 bytes each
  leaf_hashes      bytea       not null check (length(leaf_hashes) % 32 = 0),
  -- the tops of the whole subtrees, 32 bytes each: what the next head is made from
  tops             bytea       not null check (length(tops) % 32 = 0),
  -- CMS SignedData over the text of the head
  signed_head      bytea       not null,
  signed_at        timestamptz not null,
  -- RFC 3161, over the signed head
  time_stamp       bytea,
  stamped_at       timestamptz check ((stamped_at is null) = (time_stamp is null)),
  primary key (institution_code, head_number)
);
create index tree_head_size on tree_head (institution_code, tree_size);
create index tree_head_stamped on tree_head (institution_code, head_number)
  where time_stamp is not null;
select protect_by_institution('tree_head', 'select, insert');
grant update (time_stamp, stamped_at) on tree_head to chukan_app;
create policy stamped_once on tree_head as restrictive for update
  using (time_stamp is null) with check (time_stamp is not null);

-- Tops of whole subtrees over 2^8, 2^16, 2^24 ... leaves, so that a proof reads hundreds of hashes
-- and not millions.
create table tree_node (
  institution_code text     not null,
  node_level       smallint not null check (node_level > 0 and node_level % 8 = 0),
  node_index       bigint   not null check (node_index >= 0),
  node_hash        bytea    not null check (length(node_hash) = 32),
  primary key (institution_code, node_level, node_index)
);
select protect_by_institution('tree_node', 'select, insert');
