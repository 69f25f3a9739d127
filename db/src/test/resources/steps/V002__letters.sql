alter table word add column letters text; create table line (id int);
