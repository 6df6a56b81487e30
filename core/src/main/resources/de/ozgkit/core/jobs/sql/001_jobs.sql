create table if not exists ozg_job (
    task_name varchar(80) not null,
    task_instance varchar(120) not null,
    task_data varbinary,
    execution_time timestamp with time zone not null,
    again_at timestamp with time zone,
    picked boolean not null,
    picked_by varchar(50),
    last_success timestamp with time zone,
    last_failure timestamp with time zone,
    consecutive_failures int,
    last_heartbeat timestamp with time zone,
    version bigint not null,
    primary key (task_name, task_instance));
create index if not exists ozg_job_due on ozg_job (execution_time);
create index if not exists ozg_job_heartbeat on ozg_job (last_heartbeat);
