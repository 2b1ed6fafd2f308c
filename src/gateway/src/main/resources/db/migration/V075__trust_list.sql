-- 「信頼リスト」: the network's, the same for all institutions, so without a policy per institution.
-- Every version received stays, as it was signed; the server's own role can add one and change none.

create table trust_list (
  version      integer     primary key,
  published_at timestamptz not null,
  next_at      timestamptz not null,
  received_at  timestamptz not null,
  -- SHA-256 of the signed content
  digest       bytea       not null check (length(digest) = 32),
  document     bytea       not null,
  check (published_at < next_at)
);
grant select, insert on trust_list to chukan_app;
