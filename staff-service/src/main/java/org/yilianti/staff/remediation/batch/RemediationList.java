package org.yilianti.staff.remediation.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.bulk.LeavingList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.remediation.GapKind;
import org.yilianti.staff.remediation.RemediationCase;
import org.yilianti.staff.remediation.RemediationCase.Decision;
import org.yilianti.staff.remediation.RemediationDirectory;

/**
 * {@code remediation-cases.v1}: for export only. A case is found from the post itself or opened where somebody has looked at the person;
 * its outcome and its decision take two people, one case at a time. A file that carried all three would pass both by.
 */
@Component
class RemediationList implements LeavingList {

    private static final Template TEMPLATE = Template.of("remediation-cases")
            .columns("staff_no", "institution_code")
            .choice("gap", GapKind.class)
            .columns("required", "deadline")
            .choice("state", RemediationCase.State.class)
            .columns("opened_by")
            .choice("decision", RemediationCase.Consequence.class)
            .columns("effective_on", "decided_by");

    private static final SortOrder BY_DEADLINE =
            SortOrder.of(null, Map.of("deadline", "c.deadline"), "deadline", "c.id");
    private static final RemediationDirectory.Filter ALL =
            new RemediationDirectory.Filter(null, null, null, null, false);

    private final RemediationDirectory directory;
    private final MemberDirectory members;
    private final AssociationCalendar calendar;

    RemediationList(RemediationDirectory directory, MemberDirectory members, AssociationCalendar calendar) {
        this.directory = directory;
        this.members = members;
        this.calendar = calendar;
    }

    @Override
    public Template template() {
        return TEMPLATE;
    }

    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        Sight sight = Sight.of(export.scope(), calendar.today());
        WholeList.forEach(
                page -> directory.list(export.association(), sight, ALL, BY_DEADLINE, page),
                row -> SortOrder.cursor(row.deadline(), row.id()),
                page -> cells(export.association(), page).forEach(rows));
    }

    private List<List<@Nullable String>> cells(UUID association, List<RemediationCase> page) {
        Map<MemberId, String> staffNos = members.staffNos(
                association, page.stream().map(RemediationCase::member).toList());
        return page.stream().map(row -> cells(row, staffNos.get(row.member()))).toList();
    }

    private static List<@Nullable String> cells(RemediationCase row, @Nullable String staffNo) {
        Optional<Decision> decision = Optional.ofNullable(row.decision());
        return Arrays.asList(
                staffNo,
                row.institution().code(),
                row.gap().kind().code(),
                row.gap().required(),
                row.deadline().toString(),
                row.state().code(),
                row.opened().by(),
                decision.map(what -> what.consequence().code()).orElse(null),
                decision.map(what -> Objects.toString(what.effectiveOn())).orElse(null),
                decision.map(what -> what.by().by()).orElse(null));
    }
}
