-- The trace (W3C Trace Context) of the request that caused an event, where that was in one.
alter table event add column trace text;
