-- The tables of Goldthread. Every key starts with the tenant: a transaction touches one tenant only.

create sequence entity_seq;

-- One row a document, one partition a kind (made at start, from the pages).
-- The document holds neither id nor href: the one is a column, the other depends on who asks.
create table entity (
  tenant   text        not null,
  kind     text        not null,
  id       text        not null,
  revision integer     not null,
  seq      bigint      not null default nextval('entity_seq'),
  parent   text,
  created  timestamptz not null,
  updated  timestamptz not null,
  doc      jsonb       not null,
  primary key (tenant, kind, id)
) partition by list (kind);

-- What happened, in the same transaction as the change: the resource as it was afterwards is its history.
-- (xid, seq) is the reading order: a reader that stays below the oldest running transaction skips nothing.
create table event (
  tenant         text        not null,
  seq            bigint      not null generated always as identity,
  xid            xid8        not null default pg_current_xact_id(),
  id             text        not null,
  type           text        not null,
  kind           text        not null,
  entity_id      text        not null,
  revision       integer     not null,
  correlation_id text        not null,
  actor          text        not null,
  time           timestamptz not null,
  path           text,
  resource       json        not null,
  primary key (tenant, correlation_id, seq)
);
create index event_log     on event (xid, seq);
create unique index event_id on event (tenant, id);
create index event_history on event (tenant, kind, entity_id, seq);

-- The plan of an order. `due` is when somebody must look at it next: while a node works on it,
-- when its lease ends; null when nothing is left to do or something outside must happen first.
create table plan (
  tenant         text        not null,
  kind           text        not null,
  id             text        not null,
  correlation_id text        not null,
  turn           integer     not null default 0,
  owner          text,
  due            timestamptz,
  body           json,
  primary key (tenant, kind, id)
) with (fillfactor = 70);
create index plan_due on plan (tenant, due) where due is not null;

-- Who is told of events. (xid, seq) is how far: every event up to there has become deliveries, or was not wanted.
-- `since` says what had happened before: an older transaction that runs on keeps the position behind the present.
create table subscription (
  tenant        text        not null,
  id            text        not null,
  api           text        not null,
  topic         text,
  client        text        not null,
  callback      text        not null,
  query         text,
  base          text        not null,
  secret        text        not null,
  status        text        not null default 'active',
  last_error    text,
  failing_since timestamptz,
  xid           xid8        not null default pg_snapshot_xmin(pg_current_snapshot()),
  seq           bigint      not null default 0,
  since         pg_snapshot not null default pg_current_snapshot(),
  created       timestamptz not null default now(),
  primary key (tenant, id)
) with (fillfactor = 50);
create unique index subscription_once on subscription
  (tenant, client, api, coalesce(topic, ''), md5(callback || ' ' || coalesce(query, '')));

-- What a subscription still has to be sent; a row is gone when it was delivered. The events of one document wait
-- in line: only the first that is not parked has a `due`, the moment of its next attempt, or while a node (`owner`)
-- attempts it the end of that node's lease. `parked` is when it was given up.
create table delivery (
  tenant         text        not null,
  subscription   text        not null,
  kind           text        not null,
  entity_id      text        not null,
  seq            bigint      not null,
  correlation_id text        not null,
  attempts       integer     not null default 0,
  first_try      timestamptz,
  due            timestamptz,
  owner          text,
  parked         timestamptz,
  last_error     text,
  primary key (tenant, subscription, kind, entity_id, seq),
  foreign key (tenant, subscription) references subscription (tenant, id) on delete cascade
) with (fillfactor = 70);
create index delivery_due    on delivery (tenant, subscription, due, seq) where due is not null;
create index delivery_leased on delivery (tenant, subscription) where owner is not null;
create index delivery_parked on delivery (parked) where parked is not null;

-- Date-times are kept as they were sent and compared as instants; without an offset they are UTC.
create function instant(value text) returns timestamptz
language sql immutable strict parallel safe
set timezone = 'UTC'
as $$ select value::timestamptz $$;

-- The simulated network's own journal: what it did, by idempotency key. Not Goldthread's data.
create schema network;
create table network.journal (
  key    text        primary key,
  time   timestamptz not null default clock_timestamp(),
  action text        not null,
  target text        not null,
  result json        not null
);
