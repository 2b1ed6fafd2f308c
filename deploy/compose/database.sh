#!/usr/bin/env bash
# Roles and databases of docs/configuration.md, at the first start; passwords come from files.
set -eu

secret() { cat "/run/own-secrets/database-password-$1"; }

psql -v ON_ERROR_STOP=1 --username postgres \
  -v owner="$(secret chukan_owner)" -v app="$(secret chukan_app)" -v country="$(secret country)" <<'SQL'
create role chukan_owner login password :'owner';
create role chukan_app login nobypassrls password :'app';
create role country login password :'country';
create database chukan owner chukan_owner;
create database country owner country;
revoke all on database chukan from public;
revoke all on database country from public;
grant connect, temporary on database chukan to chukan_app;
SQL
# nobody comes without TLS but the programs of this container
cat >"$PGDATA/pg_hba.conf" <<'HBA'
local   all all              scram-sha-256
hostssl all all all          scram-sha-256
host    all all 127.0.0.1/32 scram-sha-256
HBA
