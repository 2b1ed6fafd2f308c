-- 在留カード等発行システム: who lives where with which card; the body is encrypted under a key of the system.
create table residence_card_holder (
  place      text not null,
  position   integer not null,
  card_index bytea,
  body       bytea not null,
  primary key (place, position)
);
create index on residence_card_holder (card_index);

-- Cards that ended: replaced, or their holder died or became Japanese.
create table ended_residence_card (
  card_index bytea primary key,
  ended_at   timestamptz not null
);

create sequence residence_card_number maxvalue 99999999;
