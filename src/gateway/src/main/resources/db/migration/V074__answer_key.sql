-- Under which of its keys an institution has the answer to an inquiry encrypted: fixed when the
-- inquiry is taken, so that the message is the same whenever it is made, whatever keys come meanwhile.
alter table inquiry add column answer_key_id text;
