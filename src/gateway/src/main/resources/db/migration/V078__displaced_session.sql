-- A person has at most so many sessions at the same time: a new one ends the oldest.
alter table staff_session drop constraint staff_session_ended_how_check;
alter table staff_session add constraint staff_session_ended_how_check
  check (ended_how in ('SIGNED_OUT', 'IDLE', 'REVOKED', 'DISPLACED'));
