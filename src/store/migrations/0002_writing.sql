-- Item numbers that were given once and are not in the document any more, as ranges by list: none is given twice.
alter table entity add column retired jsonb;

-- What was answered to a request with an idempotency key, in the same transaction as its change: a repeat is answered
-- the same. `request` is a digest of client, method, path and key; `digest` tells whether the rest was the same too.
create table answer (
  tenant   text        not null,
  request  text        not null,
  digest   text        not null,
  status   integer     not null,
  location text,
  etag     text,
  body     text,
  created  timestamptz not null,
  primary key (tenant, request)
);
create index answer_created on answer (created);
