-- Types that extend those of the pages, with the JSON Schema of what they add. `location` is where the schema was found
-- when a document made the type known; without one an administrator registered it. A type comes after what it extends.
create table resource_type (
  tenant      text        not null,
  name        text        not null,
  base_type   text        not null,
  description text,
  location    text,
  schema      json        not null,
  number      bigint      not null generated always as identity,
  created     timestamptz not null,
  primary key (tenant, name)
);
create index resource_type_number on resource_type (tenant, number);

-- A text as an instant where it is one, and null where not: documents of other types may hold anything at the same
-- name. What is a date-time is what the pages take for one.
create function instant_or_null(value text) returns timestamptz
language sql immutable strict parallel safe
set timezone = 'UTC'
as $$
  select case
    when value !~ '^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])([Tt ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?([Zz]|[+-](0\d|1[0-5]):?[0-5]\d)?)?$'
      then null
    when substr(value, 9, 2)::int > extract(day from
      make_date(substr(value, 1, 4)::int, substr(value, 6, 2)::int, 1) + interval '1 month' - interval '1 day')
      then null
    else value::timestamptz
  end
$$;
