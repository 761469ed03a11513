-- While a secret is being changed, deliveries are signed with the one before it as well.
alter table subscription add column former_secret text, add column former_until timestamptz;

-- What was given up: of one subscription in the order of its events, of all in the order they were given up.
create index delivery_dead_letter on delivery (tenant, subscription, seq) where parked is not null;
create index delivery_given_up    on delivery (tenant, parked, subscription, seq) where parked is not null;
