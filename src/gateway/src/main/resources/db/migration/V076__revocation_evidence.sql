-- What authorities say of 「失効」, as they signed it: lists (CRL), and answers about one certificate
-- (OCSP). Of authorities, the same for all institutions. Whoever reads proves the signature anew.

create table revocation_evidence (
  -- key id of the authority's certificate
  authority  text        not null,
  -- hexadecimal; empty for a list
  serial     text        not null,
  made_at    timestamptz not null,
  next_at    timestamptz not null,
  fetched_at timestamptz not null,
  content    bytea       not null,
  primary key (authority, serial),
  check (made_at < next_at)
);
create index on revocation_evidence (fetched_at);
grant select, insert, update, delete on revocation_evidence to chukan_app;
