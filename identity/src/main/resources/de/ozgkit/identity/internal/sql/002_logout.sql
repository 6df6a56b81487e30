alter table ozg_login_request add column if not exists same_person varchar(64);

create table if not exists ozg_login_logout (
    handle varchar(80) primary key,
    request_id varchar(80) not null,
    service_provider varchar(1024) not null,
    identity_provider varchar(1024) not null,
    return_to varchar(1000) not null,
    expires_at timestamp with time zone not null);

create index if not exists ozg_login_logout_expiry on ozg_login_logout (expires_at);

create table if not exists ozg_login_link (
    former_account varchar(1024) not null,
    former_key varchar(500) not null,
    account varchar(1024) not null,
    account_key varchar(500) not null,
    linked_at timestamp with time zone not null,
    primary key (former_account, former_key, account));

create index if not exists ozg_login_link_key on ozg_login_link (account_key);
