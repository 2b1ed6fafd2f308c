-- 「職員」: who of the staff may sign in to the console (MS-70, MS-72, JN-14 to JN-16), their sessions and
-- their passkeys. Nothing is ever deleted: the server's own role lacks the privilege.

create table staff_account (
  institution_code     text        not null,
  -- one id is one person (JN-16): it is never given to another
  user_id              text        not null,
  display_name         text        not null check (display_name <> '' and length(display_name) <= 60),
  department_code      text        not null,
  roles                text[]      not null
                       check (cardinality(roles) > 0
                              and roles <@ array['OFFICER', 'APPROVER', 'AUDITOR', 'ADMINISTRATOR',
                                                 'OPERATOR']),
  state                text        not null check (state in ('PENDING', 'ACTIVE', 'DISABLED')),
  -- names the person to an authenticator; says nothing itself
  handle               bytea       not null check (length(handle) = 32),
  -- Argon2id with its parameters and salt
  password_hash        text,
  must_change_password boolean     not null default true,
  failed_attempts      integer     not null default 0,
  locked_until         timestamptz,
  last_login_at        timestamptz,
  -- user, or name of the operator's certificate for the first administrator
  applied_by           text        not null,
  applied_at           timestamptz not null,
  approved_by          text,
  approved_at          timestamptz,
  disabled_by          text,
  disabled_at          timestamptz,
  disabled_reason      text,
  primary key (institution_code, user_id),
  check ((state = 'DISABLED') = (disabled_at is not null)),
  check (state <> 'ACTIVE' or approved_by is not null)
);
create unique index on staff_account (institution_code, handle);
select protect_by_institution('staff_account', 'select, insert, update');

-- What became of an account (JN-15): only ever added to.
create table staff_account_event (
  id               bigint generated always as identity primary key,
  institution_code text        not null,
  user_id          text        not null,
  kind             text        not null
                   check (kind in ('APPLIED', 'APPROVED', 'DISABLED', 'LOCKED', 'PASSWORD', 'PASSKEY')),
  roles            text[]      not null,
  reason           text,
  done_by          text        not null,
  done_at          timestamptz not null,
  foreign key (institution_code, user_id) references staff_account
);
create index on staff_account_event (institution_code, user_id, id);
select protect_by_institution('staff_account_event', 'select, insert');

create table staff_session (
  institution_code text        not null,
  number           bigint generated always as identity,
  user_id          text        not null,
  opened_at        timestamptz not null,
  -- login before this one
  previous_at      timestamptz,
  last_seen_at     timestamptz not null,
  -- since when a passkey has proven the person in this session (JN-20)
  passkey_at       timestamptz,
  ended_at         timestamptz,
  ended_how        text check (ended_how in ('SIGNED_OUT', 'IDLE', 'REVOKED')),
  primary key (institution_code, number),
  foreign key (institution_code, user_id) references staff_account,
  check ((ended_at is null) = (ended_how is null))
);
create index on staff_session (institution_code, user_id) where ended_at is null;
select protect_by_institution('staff_session', 'select, insert, update');

create table staff_passkey (
  institution_code   text        not null,
  credential_id      bytea       not null,
  user_id            text        not null,
  -- COSE key
  public_key         bytea       not null,
  signature_count    bigint      not null,
  uv_initialized     boolean     not null,
  backup_eligible    boolean     not null,
  backup_state       boolean     not null,
  transports         text[]      not null,
  attestation        bytea,
  attestation_client bytea,
  label              text        not null,
  created_at         timestamptz not null,
  last_used_at       timestamptz not null,
  -- no longer taken from then on
  withdrawn_at       timestamptz,
  primary key (institution_code, credential_id),
  foreign key (institution_code, user_id) references staff_account
);
create index on staff_passkey (institution_code, user_id);
select protect_by_institution('staff_passkey', 'select, insert, update');

-- One-time code of the first administrator; the code itself is nowhere.
create table first_administrator_code (
  institution_code text        not null,
  number           bigint generated always as identity,
  -- SHA-256: the code is random and long, so that a slow hash would add nothing
  digest           bytea       not null check (length(digest) = 32),
  user_id          text        not null,
  display_name     text        not null,
  department_code  text        not null,
  made_by          text        not null,
  made_at          timestamptz not null,
  expires_at       timestamptz not null,
  used_at          timestamptz,
  primary key (institution_code, number)
);
select protect_by_institution('first_administrator_code', 'select, insert, update');
