-- What the acceptance of 「情報照会」 keeps beside the inquiries themselves.

-- The sender's key of a refused record: it stands for no record, so that it may come again, corrected.
alter table inquiry add column refused_record text collate "C";
-- Which of the 18 fields of a line is at fault; null when it is not about one.
alter table inquiry add column faulty_field integer check (faulty_field between 1 and 18);

-- Files that came through the folder of the institution: their results go back the same way, once.
create table inquiry_folder_file (
  institution_code text        not null,
  reception_number text        not null,
  taken_at         timestamptz not null,
  -- when the result stood in the folder
  handed_over_at   timestamptz,
  primary key (institution_code, reception_number),
  foreign key (institution_code, reception_number) references inquiry_request
);
create index on inquiry_folder_file (institution_code, taken_at) where handed_over_at is null;
select protect_by_institution('inquiry_folder_file', 'select, insert, update (handed_over_at)');
