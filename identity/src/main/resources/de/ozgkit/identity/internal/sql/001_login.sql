create table if not exists ozg_login_request (
    handle varchar(80) primary key,
    request_id varchar(80) not null,
    service_provider varchar(1024) not null,
    identity_provider varchar(1024) not null,
    browser varchar(64) not null,
    return_to varchar(1000) not null,
    asked_level varchar(20) not null,
    guests boolean not null,
    begun_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    used_at timestamp with time zone);

create index if not exists ozg_login_request_expiry on ozg_login_request (expires_at);

create table if not exists ozg_login_assertion (
    assertion varchar(64) primary key,
    expires_at timestamp with time zone not null);

create index if not exists ozg_login_assertion_expiry on ozg_login_assertion (expires_at);
