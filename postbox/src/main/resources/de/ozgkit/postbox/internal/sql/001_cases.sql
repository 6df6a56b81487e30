create table if not exists ozg_case (
    id uuid primary key,
    reference varchar(40) not null unique,
    authority varchar(12) not null,
    authority_name varchar(200) not null,
    office varchar(200) not null,
    service_id varchar(200) not null,
    service_title varchar(500) not null,
    applicant_key varchar(200) not null,
    answers_json varchar not null,
    answers varchar not null,
    status varchar(20) not null,
    submitted_at timestamp with time zone not null);
create index if not exists ozg_case_applicant on ozg_case (applicant_key, submitted_at);
create index if not exists ozg_case_authority on ozg_case (authority, status, submitted_at);

create table if not exists ozg_case_event (
    id uuid primary key,
    case_id uuid not null references ozg_case,
    seq bigint generated always as identity,
    happened_at timestamp with time zone not null,
    status varchar(20) not null,
    sentence varchar(1000) not null,
    expected date);
create index if not exists ozg_case_event_case on ozg_case_event (case_id, seq);

create table if not exists ozg_message (
    id uuid primary key,
    case_id uuid not null references ozg_case,
    seq bigint generated always as identity,
    kind varchar(20) not null,
    authority varchar(12) not null,
    authority_name varchar(200) not null,
    office varchar(200) not null,
    subject varchar(1000) not null,
    content varchar not null,
    sent_at timestamp with time zone not null,
    due date,
    in_reply_to uuid references ozg_message);
create index if not exists ozg_message_case on ozg_message (case_id, seq);

create table if not exists ozg_message_reading (
    message_id uuid primary key references ozg_message,
    read_at timestamp with time zone not null,
    reader_key varchar(200) not null,
    content_hash varchar(64) not null);

create table if not exists ozg_attachment (
    id uuid primary key,
    case_id uuid not null references ozg_case,
    message_id uuid references ozg_message,
    ordinal integer not null,
    file_name varchar(255) not null,
    file_type varchar(20) not null,
    size_bytes bigint not null,
    sha256 varchar(64) not null);
create index if not exists ozg_attachment_case on ozg_attachment (case_id, ordinal);
create index if not exists ozg_attachment_message on ozg_attachment (message_id, ordinal);

create table if not exists ozg_attachment_chunk (
    attachment_id uuid not null,
    ordinal integer not null,
    content bytea not null,
    primary key (attachment_id, ordinal));
