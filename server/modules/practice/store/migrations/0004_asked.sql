-- What a request with its key had asked for: the same key for other wishes is refused.
alter table practice.request_key add column asked text not null default '';
