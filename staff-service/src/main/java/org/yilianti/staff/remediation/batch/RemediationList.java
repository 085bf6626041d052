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
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
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
class RemediationList implements RegistryList {

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
    public String name() {
        return "remediation-cases";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "staff_no",
                "institution_code",
                "gap",
                "required",
                "deadline",
                "state",
                "opened_by",
                "decision",
                "effective_on",
                "decided_by");
    }

    @Override
    public Map<String, List<String>> codes() {
        return Map.of(
                "gap",
                Coded.codes(GapKind.class),
                "state",
                Coded.codes(RemediationCase.State.class),
                "decision",
                Coded.codes(RemediationCase.Consequence.class));
    }

    /** Takes nothing; every row says so. */
    @Override
    public Taken take(Editor editor, List<Entry> entries) {
        entries.forEach(entry -> entry.fault("staffNo", "export-only"));
        return Taken.NOTHING;
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
