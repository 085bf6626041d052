package org.yilianti.staff.training.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.training.Credit;
import org.yilianti.staff.training.CreditClass;
import org.yilianti.staff.training.CreditIntake;
import org.yilianti.staff.training.CreditRepository;

/** {@code training-credits.v1}: certificates of courses that were held elsewhere; those of sessions come from their results. */
@Component
class CreditList implements RegistryList {

    /** A certificate has a number that is unique for the person only. */
    private static final Template TEMPLATE = Template.of("training-credits")
            .columns("staff_no", "evidence")
            .key()
            .choice("credit_class", CreditClass.class)
            .columns("credits", "earned_on", "source");

    private static final SortOrder BY_DAY = SortOrder.of(null, Map.of("earnedOn", "c.earned_on"), "earnedOn", "c.id");

    private static final CreditRepository.Filter ALL = new CreditRepository.Filter(null, null, false);

    private final CreditIntake intake;
    private final CreditRepository credits;
    private final MemberDirectory members;
    private final AssociationCalendar calendar;

    CreditList(CreditIntake intake, CreditRepository credits, MemberDirectory members, AssociationCalendar calendar) {
        this.intake = intake;
        this.credits = credits;
        this.members = members;
        this.calendar = calendar;
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
        Sight sight = Sight.of(export.scope(), calendar.today());
        WholeList.forEach(
                page -> credits.list(export.association(), sight, ALL, BY_DAY, page),
                row -> SortOrder.cursor(row.details().earnedOn(), row.id()),
                page -> cells(export.association(), page).forEach(rows));
    }

    private List<List<@Nullable String>> cells(UUID association, List<Credit> page) {
        Map<MemberId, String> staffNos =
                members.staffNos(association, page.stream().map(Credit::member).toList());
        return page.stream()
                .filter(credit -> credit.enrolment() == null)
                .map(credit -> cells(credit, staffNos.get(credit.member())))
                .toList();
    }

    private static List<@Nullable String> cells(Credit credit, @Nullable String staffNo) {
        Credit.Details details = credit.details();
        return Arrays.asList(
                staffNo,
                details.evidence(),
                details.creditClass().code(),
                details.credits().toPlainString(),
                details.earnedOn().toString(),
                details.source());
    }
}
