-- What all nodes of this database must agree on and nobody else may know, such as how cursors are signed.
-- An UUID has 122 random bits.
create table secret (
  name  text primary key,
  value text not null
);
insert into secret (name, value) values ('cursor', gen_random_uuid() || '.' || gen_random_uuid());
