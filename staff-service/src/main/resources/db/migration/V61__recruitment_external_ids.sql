-- Files of applications and scores name a candidate by the number that the office gave out (R8, R13).
alter table recruitment_application add column external_id varchar(50) character set utf8mb4 collate utf8mb4_bin null
    comment 'key of imports within the campaign; the id itself when entered by form or forgotten';
update recruitment_application set external_id = lower(concat_ws('-', substr(hex(id), 1, 8), substr(hex(id), 9, 4),
    substr(hex(id), 13, 4), substr(hex(id), 17, 4), substr(hex(id), 21)));
alter table recruitment_application modify column external_id varchar(50) character set utf8mb4 collate utf8mb4_bin not null
    comment 'key of imports within the campaign; the id itself when entered by form or forgotten';
alter table recruitment_application add unique key recruitment_application_external (campaign_id, external_id);
