-- 「照会許可照合リスト」 (MS-01): the network's, the same for all institutions, so without a policy per
-- institution. Every version received stays; the server's own role can add one and change none.

create table permission_matching_list (
  version      integer     primary key,
  published_at timestamptz not null,
  received_at  timestamptz not null,
  entry_count  integer     not null check (entry_count > 0),
  -- SHA-256 of the signed content
  digest       bytea       not null check (length(digest) = 32)
);
grant select, insert on permission_matching_list to chukan_app;

create table permission_matching_entry (
  version          integer not null references permission_matching_list,
  position         integer not null,
  inquirer_code    text    not null,
  affair_code      text    not null,
  procedure_code   text    not null,
  provider_code    text    not null,
  information_code text    not null,
  valid_from       date    not null,
  valid_to         date    check (valid_to >= valid_from),
  primary key (version, position)
);
grant select, insert on permission_matching_entry to chukan_app;
