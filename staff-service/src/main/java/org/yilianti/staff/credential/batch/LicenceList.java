package org.yilianti.staff.credential.batch;

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
import org.yilianti.staff.credential.Licence;
import org.yilianti.staff.credential.LicenceDetails;
import org.yilianti.staff.credential.LicenceDirectory;
import org.yilianti.staff.credential.LicenceFilter;
import org.yilianti.staff.credential.LicenceIntake;
import org.yilianti.staff.credential.LicenceKind;
import org.yilianti.staff.credential.LicenceStatus;
import org.yilianti.staff.credential.PracticeCategory;
import org.yilianti.staff.credential.Standing;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.entry.Turn;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;

/** {@code licences.v1.csv}. */
@Component
class LicenceList implements PipelinedList {

    private static final Template TEMPLATE = Template.of("licences")
            .columns("number", "staff_no")
            .choice("kind", LicenceKind.class)
            .choice("category", PracticeCategory.class)
            .columns("scope", "main_institution_code", "issued_by", "valid_from", "valid_to")
            .choice("status", LicenceStatus.class)
            .columns("suspended_from", "suspended_to", "status_reason");

    private static final SortOrder BY_NUMBER = SortOrder.of(null, Map.of("number", "l.number"), "number", "l.id");

    private final LicenceIntake intake;
    private final LicenceDirectory directory;
    private final MemberDirectory members;
    private final AssociationCalendar calendar;

    LicenceList(
            LicenceIntake intake, LicenceDirectory directory, MemberDirectory members, AssociationCalendar calendar) {
        this.intake = intake;
        this.directory = directory;
        this.members = members;
        this.calendar = calendar;
    }

    @Override
    public Template template() {
        return TEMPLATE;
    }

    @Override
    public List<String> meetingFields() {
        return List.of("staffNo", "number");
    }

    @Override
    public Taken take(Editor editor, List<Entry> entries, Turn turn) {
        return intake.take(editor, entries, turn);
    }

    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        Sight sight = Sight.of(export.scope(), calendar.today());
        WholeList.forEach(
                page -> directory.list(export.association(), sight, LicenceFilter.NONE, BY_NUMBER, page),
                row -> SortOrder.cursor(row.details().number(), row.id()),
                page -> cells(page, export).forEach(rows));
    }

    private List<List<@Nullable String>> cells(List<Licence> page, Export export) {
        Map<MemberId, String> staffNos = members.staffNos(
                export.association(),
                page.stream().map(Licence::member).distinct().toList());
        return page.stream()
                .map(licence -> cells(licence, staffNos.get(licence.member())))
                .toList();
    }

    /** The template has no date of revocation: it stands where the suspension would begin, as an import reads it. */
    private static List<@Nullable String> cells(Licence licence, @Nullable String staffNo) {
        LicenceDetails details = licence.details();
        Standing standing = licence.standing();
        LocalDate revoked = standing.revokedFrom();
        return Arrays.asList(
                details.number(),
                staffNo,
                details.kind().code(),
                details.category().code(),
                details.scope(),
                details.mainInstitutionCode(),
                details.issuedBy(),
                text(details.valid().from()),
                text(details.valid().to()),
                standing.status().code(),
                text(revoked == null ? standing.suspendedFrom() : revoked),
                text(revoked == null ? standing.suspendedTo() : null),
                standing.reason());
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return Objects.toString(date, null);
    }
}
