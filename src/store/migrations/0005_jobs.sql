-- Files that are put up for a job or taken down from one, in parts that fit a message. `address` is the path a file is
-- known by; `url` how its owner calls it. What was not put up to its end is nobody's and expires like the rest.
create table content (
  tenant      text        not null,
  id          text        not null,
  address     text        not null,
  url         text,
  media_type  text        not null,
  size        bigint      not null default 0,
  is_complete boolean     not null default false,
  expires     timestamptz not null,
  primary key (tenant, id)
);
create unique index content_address on content (tenant, address) where is_complete;
create index content_url     on content (tenant, url) where url is not null;
create index content_expires on content (expires);

create table content_part (
  tenant  text    not null,
  content text    not null,
  number  integer not null,
  bytes   bytea   not null,
  primary key (tenant, content, number),
  foreign key (tenant, content) references content (tenant, id) on delete cascade
);

-- Jobs that are not over. `due` is when somebody must take a job up: while a node (`owner`) works on it, when its
-- lease ends. The row goes in the transaction that ends the job, so that it is done once.
create table job (
  tenant   text        not null,
  kind     text        not null,
  id       text        not null,
  due      timestamptz not null default now(),
  owner    text,
  attempts integer     not null default 0,
  primary key (tenant, kind, id)
);
create index job_due on job (due);
