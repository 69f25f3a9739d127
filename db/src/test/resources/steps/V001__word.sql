create table word (id int primary key);
