-- A comment; with a semicolon at its end;
create table if not exists ozg_thing (
    id varchar(40) primary key,
    note varchar(40));
create table if not exists ozg_thing_order (
    id varchar(40) primary key);
