alter table directory_member add column sex varchar(20) null comment 'null: its newest event came before this was kept';
