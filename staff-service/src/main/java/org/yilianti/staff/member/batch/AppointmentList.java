package org.yilianti.staff.member.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;
import org.yilianti.staff.member.Appointment;
import org.yilianti.staff.member.AppointmentDetails;
import org.yilianti.staff.member.AppointmentIntake;
import org.yilianti.staff.member.Member;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberFilter;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;

/** {@code appointments.v1.csv}: what is believed now, past and coming appointments included. */
@Component
class AppointmentList implements RegistryList {

    private final AppointmentIntake intake;
    private final MemberDirectory directory;
    private final AssociationCalendar calendar;

    AppointmentList(AppointmentIntake intake, MemberDirectory directory, AssociationCalendar calendar) {
        this.intake = intake;
        this.directory = directory;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "appointments";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "external_id",
                "staff_no",
                "institution_code",
                "department",
                "post",
                "fte",
                "main",
                "valid_from",
                "valid_to");
    }

    @Override
    public Map<String, List<String>> codes() {
        return Map.of("main", Coded.yesOrNo());
    }

    @Override
    public Taken take(Editor editor, List<Entry> entries) {
        return intake.take(editor, entries);
    }

    /** By member, of those within the export's scope only the appointments at its institutions. */
    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        Sight sight = Sight.of(export.scope(), calendar.today());
        WholeList.forEach(
                page -> directory.list(export.association(), sight, MemberFilter.NONE, MemberList.BY_STAFF_NO, page),
                row -> SortOrder.cursor(row.details().staffNo(), row.id()),
                page -> appointments(page, export).forEach(rows));
    }

    private List<List<@Nullable String>> appointments(List<Member> page, Export export) {
        Map<MemberId, Member> members = page.stream().collect(Collectors.toMap(Member::id, Function.identity()));
        return directory.appointments(members.keySet()).stream()
                .filter(appointment ->
                        export.scope().permits(appointment.details().institutionCode()))
                .map(appointment -> cells(members.get(appointment.member()), appointment))
                .toList();
    }

    private static List<@Nullable String> cells(@Nullable Member member, Appointment appointment) {
        AppointmentDetails details = appointment.details();
        return Arrays.asList(
                details.externalId(),
                member == null ? null : member.details().staffNo(),
                details.institutionCode(),
                details.department(),
                details.post(),
                details.fte().toPlainString(),
                Boolean.toString(details.main()),
                MemberList.text(details.valid().from()),
                MemberList.text(details.valid().to()));
    }
}
