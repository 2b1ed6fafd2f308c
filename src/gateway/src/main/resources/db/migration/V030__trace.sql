-- A deed and the message by which it leaves are one trace (W3C Trace Context), also past the outbox.
alter table outbox add column trace_parent text check (length(trace_parent) <= 64);
