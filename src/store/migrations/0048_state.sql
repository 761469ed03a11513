-- The state a document is in by the lifecycle of its page, beside the document: filtered and counted by it, documents
-- need not be read. What is there already gets it together with its index.
alter table entity add column state text collate "C";
