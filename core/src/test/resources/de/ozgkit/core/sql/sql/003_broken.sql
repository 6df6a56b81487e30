create table if not exists ozg_half (id varchar(40) primary key);
create tabel oops;
