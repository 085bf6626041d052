-- What a member is found by besides the name itself; written with the name. Rows of before are filled in at the next start.
alter table member
    add column name_pinyin varchar(60) character set ascii collate ascii_bin not null default '' comment 'shenwenbo',
    add column name_initials varchar(60) character set ascii collate ascii_bin not null default '' comment 'swb',
    add column name_letters varchar(60) character set ascii collate ascii_bin null comment 'of the Latin name; null when as the pinyin',
    add key member_name_pinyin (association_id, name_pinyin),
    add key member_name_initials (association_id, name_initials),
    add key member_name_letters (association_id, name_letters),
    add key member_specialty (association_id, specialty, title);

-- Searches count how many licences fit before they read any: from the key alone.
alter table licence
    drop key licence_expiry,
    add key licence_expiry (association_id, believed, valid_to, member_id),
    add key licence_status (association_id, believed, status, member_id);
