-- SPDX-License-Identifier: Apache-2.0
create table if not exists ozg_portal_barrier (
    id uuid primary key,
    reported_at timestamp with time zone not null,
    description text not null,
    mail varchar(254) not null);
