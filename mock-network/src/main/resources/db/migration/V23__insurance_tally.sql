-- Insured persons of a prefecture at its 国保集約システム, encrypted under its key; found by a keyed digest of 記号・番号・枝番.
create table tally_member (
  prefecture    text  not null,
  insured_index bytea not null,
  body          bytea not null,
  primary key (prefecture, insured_index)
);
