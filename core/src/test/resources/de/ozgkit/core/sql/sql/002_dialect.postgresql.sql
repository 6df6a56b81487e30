create table if not exists ozg_dialect (product text primary key);
insert into ozg_dialect (product) values ('postgresql') on conflict do nothing;
