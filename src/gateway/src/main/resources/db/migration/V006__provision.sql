-- 「情報提供」: which requests were taken up, which permits have served, what waits for approval, and the
-- network's receipts. Partitioned by institution: each number is unique within one.

create table provision_request (
  institution_code  text        not null,
  processing_number text        not null,
  -- SHA-256 of the signed content: the same again changes nothing, another content is a conflict
  digest            bytea       not null check (length(digest) = 32),
  state             text        not null
                    check (state in ('RECEIVED', 'PROVIDED', 'AWAITING_APPROVAL', 'REFUSED')),
  received_at       timestamptz not null,
  primary key (institution_code, processing_number)
) partition by hash (institution_code);

-- Deliveries refused before they became a request of this institution; each counted once.
create table refused_delivery (
  institution_code text        not null,
  digest           bytea       not null check (length(digest) = 32),
  received_at      timestamptz not null,
  primary key (institution_code, digest)
) partition by hash (institution_code);

-- A permit serves once (MS-04). After its expiry it is refused anyway, so the row may go then.
create table used_permit (
  institution_code  text        not null,
  permit_id         text        not null,
  processing_number text        not null,
  used_at           timestamptz not null,
  expires_at        timestamptz not null,
  primary key (institution_code, permit_id)
) partition by hash (institution_code);

create table provision_receipt (
  institution_code  text        not null,
  processing_number text        not null,
  -- SHA-256 of the signed answer as it was sent
  answer_digest     bytea       not null check (length(answer_digest) = 32),
  -- as the network signed it
  receipt           bytea       not null,
  received_at       timestamptz not null,
  primary key (institution_code, processing_number)
) partition by hash (institution_code);

do $$
declare
  target text;
begin
  foreach target in array
    array['provision_request', 'refused_delivery', 'used_permit', 'provision_receipt'] loop
    for i in 0 .. 15 loop
      execute format(
        'create table %I partition of %I for values with (modulus 16, remainder %s)',
        target || '_' || i, target, i);
    end loop;
  end loop;
end $$;
select protect_by_institution('provision_request', 'select, insert, update (state)');
select protect_by_institution('refused_delivery', 'select, insert');
select protect_by_institution('used_permit', 'select, insert');
select protect_by_institution('provision_receipt', 'select, insert');

-- What no machine may answer (MS-05, MS-07). Until people can decide, the server's own role can
-- neither change nor remove a case.
create table approval_case (
  institution_code  text        not null,
  case_id           text        not null,
  processing_number text        not null,
  inquirer_code     text        not null,
  affair_code       text        not null,
  information_code  text        not null,
  reason            text        not null
                    check (reason in ('FLAGGED', 'NO_REPLICA', 'LAYOUT_MISMATCH')),
  state             text        not null
                    check (state in ('AWAITING', 'APPROVED', 'DECLINED', 'EXPIRED')),
  received_at       timestamptz not null,
  permit_expires_at timestamptz not null,
  -- the signed request, encrypted at rest: it points at the person
  request           bytea       not null,
  -- counts up with each change of state, so that two people cannot both decide
  version           integer     not null default 0,
  primary key (institution_code, case_id),
  unique (institution_code, processing_number),
  foreign key (institution_code, processing_number) references provision_request
);
create index on approval_case (institution_code, state, received_at);
select protect_by_institution('approval_case', 'select, insert');
