-- Which trace a message belongs to, while traces are collected: random ids in the form of W3C Trace Context, section 3.2.
alter table outbox add column traceparent text
  check (traceparent ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-01$');
