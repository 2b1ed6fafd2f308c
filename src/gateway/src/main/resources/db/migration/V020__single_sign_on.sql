-- How a person came into a session: with a password of this server, or with a token of the
-- institution's own sign-on, to whom a password that was never used here is of no concern.
alter table staff_session
  add column signed_in_with text not null default 'PASSWORD'
    check (signed_in_with in ('PASSWORD', 'TOKEN'));
