-- What became of a request stands in its records, and nobody read it here.
revoke update (state) on provision_request from chukan_app;
alter table provision_request drop column state;

-- What is measured of an answer when its receipt comes travels with it, so that nothing is looked up.
alter table outbox add column request_received_at timestamptz;
alter table outbox add column outcome text;
alter table outbox add check ((request_received_at is null) = (outcome is null));
