-- A mail that was not taken is a failure until another was; whose turn it is counts as failed until then.
alter table notice_turn add column failed boolean not null default false;
