-- Null until the person chooses: the pages then speak what the browser asks for. The former default told nobody's choice.
alter table account alter column language drop default, alter column language drop not null;
update account set language = null where language = 'id';
