package org.yilianti.staff.member.batch;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.bulk.PipelinedList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.entry.Turn;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;
import org.yilianti.staff.member.MemberDetails;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberFilter;
import org.yilianti.staff.member.MemberIntake;
import org.yilianti.staff.member.Phone;
import org.yilianti.staff.member.Sex;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.member.StaffCategory;
import org.yilianti.staff.member.Title;

/** {@code members.v1.csv}. */
@Component
class MemberList implements PipelinedList {

    private static final Template TEMPLATE = Template.of("members")
            .columns("staff_no", "name", "name_latin")
            .choice("sex", Sex.class)
            .columns("birth_date", "national_id", "phone")
            .choice("category", StaffCategory.class)
            .choice("title", Title.class)
            .columns("title_since", "specialty", "specialty_since")
            .yesOrNo("institution_head");

    private static final SortOrder BY_STAFF_NO = SortOrder.of(null, Map.of("staffNo", "m.staff_no"), "staffNo", "m.id");

    private final MemberIntake intake;
    private final MemberDirectory directory;
    private final AssociationCalendar calendar;

    MemberList(MemberIntake intake, MemberDirectory directory, AssociationCalendar calendar) {
        this.intake = intake;
        this.directory = directory;
        this.calendar = calendar;
    }

    @Override
    public Template template() {
        return TEMPLATE;
    }

    @Override
    public List<String> meetingFields() {
        return List.of("staffNo", "nationalId");
    }

    @Override
    public Taken take(Editor editor, List<Entry> entries, Turn turn) {
        return intake.take(editor, entries, turn);
    }

    /** A masked value is taken by an import as no change. */
    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        Sight sight = Sight.of(export.scope(), calendar.today());
        WholeList.forEach(
                page -> directory.list(export.association(), sight, MemberFilter.NONE, BY_STAFF_NO, page),
                row -> SortOrder.cursor(row.details().staffNo(), row.id()),
                page -> page.forEach(row -> rows.accept(cells(row.details(), export.revealed()))));
    }

    private static List<@Nullable String> cells(MemberDetails details, boolean revealed) {
        return Arrays.asList(
                details.staffNo(),
                details.name(),
                details.nameLatin(),
                details.sex().code(),
                details.birthDate().toString(),
                revealed ? details.nationalId().value() : details.nationalId().masked(),
                phone(details.phone(), revealed),
                details.category().code(),
                details.title().code(),
                text(details.titleSince()),
                details.specialty(),
                text(details.specialtySince()),
                Boolean.toString(details.institutionHead()));
    }

    private static @Nullable String phone(@Nullable Phone phone, boolean revealed) {
        if (phone == null) {
            return null;
        }
        return revealed ? phone.value() : phone.masked();
    }

    static @Nullable String text(@Nullable LocalDate date) {
        return Objects.toString(date, null);
    }
}
