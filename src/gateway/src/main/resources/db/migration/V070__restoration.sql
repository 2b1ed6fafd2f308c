-- That everything went back to an earlier moment is written by who restores, and told in the 操作ログ by
-- the server once it runs again.
create table restoration (
  restored_at timestamptz primary key,
  -- the moment to which everything went back
  taken_at    timestamptz not null,
  told        boolean     not null default false
);
grant select, update (told) on restoration to chukan_app;
