create table if not exists ozg_portal_draft (
    id uuid primary key,
    place varchar(40) not null,
    process varchar(80) not null,
    applicant varchar(200) not null,
    content text not null,
    created_at timestamp with time zone not null,
    updated_at timestamp with time zone not null,
    submitted_at timestamp with time zone);
create index if not exists ozg_portal_draft_applicant on ozg_portal_draft (applicant, place, process);
create table if not exists ozg_portal_draft_file (
    draft_id uuid not null,
    path varchar(400) not null,
    name varchar(200) not null,
    content bytea not null,
    primary key (draft_id, path),
    foreign key (draft_id) references ozg_portal_draft (id) on delete cascade);
