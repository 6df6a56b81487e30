create table if not exists ozg_outbound_message (
    id uuid primary key,
    case_id uuid not null,
    seq bigint generated always as identity,
    channel varchar(80) not null,
    state varchar(20) not null,
    reference varchar(40) not null,
    authority varchar(12) not null,
    authority_name varchar(200) not null,
    office varchar(200) not null,
    service_id varchar(200) not null,
    title varchar(1000) not null,
    payload varchar not null,
    answers varchar not null,
    payload_hash varchar(64) not null,
    attempts integer not null,
    created_at timestamp with time zone not null,
    first_attempt_at timestamp with time zone,
    next_at timestamp with time zone,
    remote_id varchar(500),
    last_error varchar(80),
    last_reason varchar,
    changed_at timestamp with time zone not null);
create index if not exists ozg_outbound_message_case on ozg_outbound_message (case_id, seq);
create index if not exists ozg_outbound_message_state on ozg_outbound_message (state, seq);

create table if not exists ozg_outbound_attachment (
    message_id uuid not null references ozg_outbound_message,
    ordinal integer not null,
    attachment_id uuid not null references ozg_attachment,
    primary key (message_id, ordinal));

create table if not exists ozg_receipt (
    message_id uuid not null references ozg_outbound_message,
    seq bigint generated always as identity,
    state varchar(20) not null,
    happened_at timestamp with time zone not null,
    evidence varchar not null,
    primary key (message_id, seq));
