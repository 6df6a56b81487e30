-- SPDX-License-Identifier: Apache-2.0
-- The id is the SHA-256 of what the browser holds: who reads this table cannot take over a session.
create table if not exists ozg_portal_session (
    id varchar(64) primary key,
    csrf varchar(40) not null,
    created_at timestamp with time zone not null,
    seen_at timestamp with time zone not null);
create index if not exists ozg_portal_session_seen on ozg_portal_session (seen_at);
create table if not exists ozg_portal_session_value (
    session_id varchar(64) not null references ozg_portal_session (id) on delete cascade on update cascade,
    name varchar(60) not null,
    content text not null,
    primary key (session_id, name));
