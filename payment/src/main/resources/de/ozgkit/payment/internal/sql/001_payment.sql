create table if not exists ozg_payment_order (
    id uuid primary key,
    case_id uuid not null unique,
    payee varchar(100) not null,
    purpose varchar(200) not null,
    total_cents bigint not null,
    created_at timestamp with time zone not null,
    open_attempt uuid,
    paid_attempt uuid,
    paid_at timestamp with time zone
);
create table if not exists ozg_payment_position (
    order_id uuid not null references ozg_payment_order (id),
    line int not null,
    label varchar(250) not null,
    amount_cents bigint not null,
    primary key (order_id, line)
);
create table if not exists ozg_payment_attempt (
    id uuid primary key,
    order_id uuid not null references ozg_payment_order (id),
    attempt_number int not null,
    account varchar(200) not null,
    token_hash varchar(64) not null unique,
    attempt_state varchar(20) not null,
    page varchar(2100),
    provider_reference varchar(100),
    pay_method varchar(40),
    pay_method_verified boolean not null,
    reason varchar(80),
    created_at timestamp with time zone not null,
    changed_at timestamp with time zone not null,
    unique (order_id, attempt_number),
    unique (account, provider_reference)
);
