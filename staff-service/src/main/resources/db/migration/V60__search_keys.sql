-- Searches sort entries of these keys before they read a row, so each ends with both orders: reading the rows of a common surname took
-- seconds among a million people. No more than that, for whatever a key holds is written again with every person.
alter table member
    drop key member_name,
    add key member_name (association_id, name, staff_no, name_pinyin),
    drop key member_name_pinyin,
    add key member_name_pinyin (association_id, name_pinyin, staff_no),
    drop key member_name_initials,
    add key member_name_initials (association_id, name_initials, staff_no, name_pinyin),
    drop key member_specialty,
    add key member_specialty (association_id, specialty, title, staff_no, name_pinyin);
