-- 認証局: what it has revoked; and the published versions of the 「信頼リスト」
create table revoked_certificate (
  serial     text        primary key,
  name       text        not null,
  revoked_at timestamptz not null
);

create table trust_list (
  version      integer     primary key,
  published_at timestamptz not null,
  next_at      timestamptz not null,
  document     bytea       not null
);
