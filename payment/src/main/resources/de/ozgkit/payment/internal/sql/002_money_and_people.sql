-- what a position is booked by
alter table ozg_payment_position add column if not exists tax_hundredths int default 0 not null;
create table if not exists ozg_payment_accounting (
    order_id uuid not null,
    line int not null,
    field varchar(64) not null,
    content varchar(250) not null,
    primary key (order_id, line, field),
    foreign key (order_id, line) references ozg_payment_position (order_id, line)
);
-- an attempt that is opened again gets further addresses; its column token_hash is no longer used
create table if not exists ozg_payment_token (
    token_hash varchar(64) primary key,
    attempt_id uuid not null references ozg_payment_attempt (id)
);
insert into ozg_payment_token (token_hash, attempt_id)
    select token_hash, id from ozg_payment_attempt
    where token_hash is not null and token_hash not in (select known.token_hash from ozg_payment_token known);
alter table ozg_payment_attempt alter column token_hash drop not null;
-- numbers, the transfer to be shown, and what the platform said last
alter table ozg_payment_attempt add column if not exists payment_reference varchar(100);
create unique index if not exists ozg_payment_attempt_payment on ozg_payment_attempt (account, payment_reference);
alter table ozg_payment_attempt add column if not exists transfer_text varchar(331);
alter table ozg_payment_attempt add column if not exists starting_at timestamp with time zone;
alter table ozg_payment_attempt add column if not exists asked_at timestamp with time zone;
alter table ozg_payment_attempt add column if not exists answer varchar(80);
-- money: what came, and how much of it is on its way back or was sent back
alter table ozg_payment_attempt add column if not exists received_cents bigint default 0 not null;
alter table ozg_payment_attempt add column if not exists refund_cents bigint default 0 not null;
update ozg_payment_attempt
    set received_cents = (select total_cents from ozg_payment_order where ozg_payment_order.id = order_id)
    where received_cents = 0 and (attempt_state = 'PAID' or reason = 'payment.double');
-- who decided about a review
alter table ozg_payment_attempt add column if not exists settled_by varchar(100);
alter table ozg_payment_attempt add column if not exists settled_at timestamp with time zone;
create index if not exists ozg_payment_attempt_state on ozg_payment_attempt (attempt_state, changed_at);
create table if not exists ozg_payment_transfer (
    account varchar(200) not null,
    booking_id varchar(100) not null,
    attempt_id uuid not null references ozg_payment_attempt (id),
    amount_cents bigint not null,
    booked_at timestamp with time zone not null,
    noted_by varchar(100) not null,
    noted_at timestamp with time zone not null,
    primary key (account, booking_id)
);
create table if not exists ozg_payment_refund (
    id uuid primary key,
    attempt_id uuid not null references ozg_payment_attempt (id),
    amount_cents bigint not null,
    reason varchar(200) not null,
    refund_state varchar(20) not null,
    answer varchar(80),
    refund_reference varchar(100),
    closed_by varchar(100),
    created_at timestamp with time zone not null,
    changed_at timestamp with time zone not null
);
create index if not exists ozg_payment_refund_attempt on ozg_payment_refund (attempt_id);
create index if not exists ozg_payment_refund_state on ozg_payment_refund (refund_state, created_at);
