package org.yilianti.staff.career.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.web.Cursor;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.bulk.LeavingList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.career.PromotionCase;
import org.yilianti.staff.career.PromotionCase.Step;
import org.yilianti.staff.career.PromotionRepository;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.listing.WholeList;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.member.Title;

/** {@code promotion-cases.v1}: for export only; each case is judged by its conditions and decided by a second person. */
@Component
class PromotionList implements LeavingList {

    private static final Template TEMPLATE = Template.of("promotion-cases")
            .columns("case_id", "staff_no", "institution_code")
            .choice("from_title", Title.class)
            .choice("to_title", Title.class)
            .choice("state", PromotionCase.State.class)
            .columns("not_met", "opened_by", "decided_by", "decision_reason", "effective_on");

    private final PromotionRepository promotions;
    private final MemberDirectory members;
    private final AssociationCalendar calendar;

    PromotionList(PromotionRepository promotions, MemberDirectory members, AssociationCalendar calendar) {
        this.promotions = promotions;
        this.members = members;
        this.calendar = calendar;
    }

    @Override
    public Template template() {
        return TEMPLATE;
    }

    /** The newest first. */
    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        Sight sight = Sight.of(export.scope(), calendar.today());
        WholeList.forEach(
                page -> promotions.list(export.association(), sight, null, null, page),
                row -> Cursor.of(row.id()),
                page -> {
                    Map<MemberId, String> staffNos = members.staffNos(
                            export.association(),
                            page.stream().map(PromotionCase::member).distinct().toList());
                    page.forEach(row -> rows.accept(cells(row, staffNos.get(row.member()))));
                });
    }

    private static List<@Nullable String> cells(PromotionCase row, @Nullable String staffNo) {
        Optional<Step> decision = Optional.ofNullable(row.decision());
        List<String> notMet = row.conditions().stream()
                .filter(condition -> !condition.met())
                .map(condition -> condition.rule())
                .toList();
        return Arrays.asList(
                row.id().toString(),
                staffNo,
                Optional.ofNullable(row.institution()).map(InstitutionRef::code).orElse(null),
                row.from().code(),
                row.to().code(),
                row.state().code(),
                String.join(";", notMet),
                row.opened().by(),
                decision.map(Step::by).orElse(null),
                decision.map(Step::reason).orElse(null),
                Objects.toString(row.effectiveOn(), null));
    }
}
