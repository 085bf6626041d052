-- Searches sort and narrow entries of these keys before they read a row, so each ends with both orders and what is asked for most:
-- reading the rows of a common surname took seconds among a million people.
alter table member
    drop key member_name,
    add key member_name (association_id, name, staff_no, name_pinyin, category, title, specialty),
    drop key member_name_pinyin,
    add key member_name_pinyin (association_id, name_pinyin, staff_no, category, title, specialty),
    drop key member_name_initials,
    add key member_name_initials (association_id, name_initials, staff_no, name_pinyin, category, title, specialty),
    drop key member_name_letters,
    add key member_name_letters (association_id, name_letters, staff_no, name_pinyin, category, title, specialty),
    drop key member_specialty,
    add key member_specialty (association_id, specialty, title, category, staff_no, name_pinyin);
