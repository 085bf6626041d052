package org.yilianti.staff.leave.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.leave.Leave;
import org.yilianti.staff.leave.LeaveIntake;
import org.yilianti.staff.leave.LeaveKind;
import org.yilianti.staff.leave.LeaveRepository;
import org.yilianti.staff.member.MemberWalk;

/** {@code leaves.v1}: what is believed now of leave; a row with a known first day corrects that leave. Annulling takes a form. */
@Component
class LeaveList implements RegistryList {

    /** Nobody is on leave twice on a day. */
    private static final Template TEMPLATE = Template.of("leaves")
            .columns("staff_no", "valid_from")
            .key()
            .choice("kind", LeaveKind.class)
            .columns("valid_to");

    private final LeaveIntake intake;
    private final LeaveRepository leaves;
    private final MemberWalk walk;

    LeaveList(LeaveIntake intake, LeaveRepository leaves, MemberWalk walk) {
        this.intake = intake;
        this.leaves = leaves;
        this.walk = walk;
    }

    @Override
    public Template template() {
        return TEMPLATE;
    }

    @Override
    public Taken take(Editor editor, List<Entry> entries) {
        return intake.take(editor, entries);
    }

    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        walk.forEach(
                export.association(),
                export.scope(),
                leaves::believedOf,
                Leave::member,
                (staffNo, leave) -> rows.accept(cells(staffNo, leave)));
    }

    private static List<@Nullable String> cells(String staffNo, Leave leave) {
        return Arrays.asList(
                staffNo,
                leave.days().from().toString(),
                leave.kind().code(),
                Objects.toString(leave.days().to(), null));
    }
}
