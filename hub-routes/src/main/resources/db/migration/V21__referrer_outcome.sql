-- What a referrer was told: read at the address of the referral's receipt, by the principal that sent it. The newest counts.
create table referrer_outcome (
  seq           bigint      generated always as identity primary key,
  row_id        uuid        not null unique,
  referral_id   uuid        not null references referral,
  principal     text        not null,
  disclosure_id uuid        not null,
  at            timestamptz not null,
  body          bytea       not null   -- sealed for the sender's agency
);
create index referrer_outcome_by_referral on referrer_outcome (referral_id, principal);

grant select, insert on referrer_outcome to hub_app;
