-- The keys of searches end with both orders and with nothing more: whatever a key holds is written again with every person.
alter table member
    drop key member_name,
    add key member_name (association_id, name, staff_no, name_pinyin),
    drop key member_name_pinyin,
    add key member_name_pinyin (association_id, name_pinyin, staff_no),
    drop key member_name_initials,
    add key member_name_initials (association_id, name_initials, staff_no, name_pinyin),
    drop key member_name_letters,
    add key member_name_letters (association_id, name_letters),
    drop key member_specialty,
    add key member_specialty (association_id, specialty, title, staff_no, name_pinyin);
