create table if not exists ozg_portal_desk (
    case_id uuid primary key,
    authority varchar(12) not null,
    arrived_at timestamp with time zone not null);
create index if not exists ozg_portal_desk_authority on ozg_portal_desk (authority, arrived_at);
