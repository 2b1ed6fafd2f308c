-- Which municipality a version came from: a person may have been in several, and each ends its own.
alter table identity_record add column municipality text not null;

-- Keyed digest of the name, by which a search by 4情報 begins.
alter table identity_record add column name_index bytea not null;
create index on identity_record (system, name_index);
