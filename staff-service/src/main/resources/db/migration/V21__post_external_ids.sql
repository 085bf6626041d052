alter table authorised_post add column external_id varchar(50) character set utf8mb4 collate utf8mb4_bin null
    comment 'key of imports; the id itself when entered by form';
update authorised_post set external_id = lower(concat_ws('-', substr(hex(id), 1, 8), substr(hex(id), 9, 4), substr(hex(id), 13, 4),
    substr(hex(id), 17, 4), substr(hex(id), 21)));
alter table authorised_post modify column external_id varchar(50) character set utf8mb4 collate utf8mb4_bin not null
    comment 'key of imports; the id itself when entered by form';
alter table authorised_post add unique key authorised_post_external (association_id, external_id);
