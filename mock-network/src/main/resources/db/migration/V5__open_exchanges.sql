-- What has no end yet is looked for while a great many have.
create index core_exchange_open on core_exchange (inquired_at) where state = 'PENDING';
