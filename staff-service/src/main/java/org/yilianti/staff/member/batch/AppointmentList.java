package org.yilianti.staff.member.batch;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.bulk.PipelinedList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.entry.Turn;
import org.yilianti.staff.member.Appointment;
import org.yilianti.staff.member.AppointmentDetails;
import org.yilianti.staff.member.AppointmentIntake;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberWalk;

/** {@code appointments.v1.csv}: what is believed now, past and coming appointments included. */
@Component
class AppointmentList implements PipelinedList {

    private static final Template TEMPLATE = Template.of("appointments")
            .columns("external_id", "staff_no", "institution_code", "department", "post", "fte")
            .yesOrNo("main")
            .columns("valid_from", "valid_to");

    private final AppointmentIntake intake;
    private final MemberDirectory directory;
    private final MemberWalk walk;

    AppointmentList(AppointmentIntake intake, MemberDirectory directory, MemberWalk walk) {
        this.intake = intake;
        this.directory = directory;
        this.walk = walk;
    }

    @Override
    public Template template() {
        return TEMPLATE;
    }

    @Override
    public List<String> meetingFields() {
        return List.of("staffNo", "externalId");
    }

    @Override
    public Taken take(Editor editor, List<Entry> entries, Turn turn) {
        return intake.take(editor, entries, turn);
    }

    /** By member, of those within the export's scope only the appointments at its institutions. */
    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        walk.forEach(
                export.association(),
                export.scope(),
                directory::appointments,
                Appointment::member,
                (staffNo, appointment) -> {
                    if (export.scope().permits(appointment.details().institutionCode())) {
                        rows.accept(cells(staffNo, appointment.details()));
                    }
                });
    }

    private static List<@Nullable String> cells(String staffNo, AppointmentDetails details) {
        return Arrays.asList(
                details.externalId(),
                staffNo,
                details.institutionCode(),
                details.department(),
                details.post(),
                details.fte().toPlainString(),
                Boolean.toString(details.main()),
                MemberList.text(details.valid().from()),
                MemberList.text(details.valid().to()));
    }
}
