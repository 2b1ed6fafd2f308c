-- 「機関マスタ」: the same for all institutions, so without a policy per institution. A version is proposed,
-- compared and then activated; every version and every activation stays, and the server's own role can
-- add and change none.

create table institution_master (
  version      integer     primary key check (version > 0),
  -- the version that was in force when this one was proposed; null for the first
  base_version integer     references institution_master,
  row_count    integer     not null check (row_count > 0),
  -- SHA-256 of the file
  digest       bytea       not null check (length(digest) = 32),
  proposed_at  timestamptz not null,
  -- name of the certificate, or of the file that was loaded at the first start
  proposed_by  text        not null,
  -- null when no institution sent it
  proposed_by_institution text
);
grant select, insert on institution_master to chukan_app;

-- A version is activated once. The highest one here is in force: each is based on the one before it.
create table institution_master_activation (
  version      integer     primary key references institution_master,
  activated_at timestamptz not null,
  activated_by text        not null,
  activated_by_institution text
);
grant select, insert on institution_master_activation to chukan_app;

-- The rows as the file has them. Days and times are Japan's; the last minute belongs to the period.
create table institution_master_entry (
  version             integer   not null references institution_master,
  position            integer   not null,
  code                text      not null,
  serial_number       text      not null,
  former_code         text      not null,
  name                text      not null,
  disabled            boolean   not null,
  valid_from          timestamp not null,
  valid_to            timestamp not null check (valid_to >= valid_from),
  version_information text      not null,
  primary key (version, position),
  unique (version, code, serial_number)
);
grant select, insert on institution_master_entry to chukan_app;
