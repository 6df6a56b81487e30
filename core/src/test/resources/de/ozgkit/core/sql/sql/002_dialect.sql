create table if not exists ozg_dialect (product varchar(20) primary key);
insert into ozg_dialect (product) select 'h2' where not exists (select product from ozg_dialect);
