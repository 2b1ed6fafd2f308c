-- How large an answer was that an inquirer opened: the document in the envelope, never what it says.
alter table inquirer_record add column content_bytes integer;
