package org.yilianti.staff.establishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yilianti.staff.establishment.StaffCount.Heads;
import org.yilianti.staff.establishment.StaffingStandard.Bound;
import org.yilianti.staff.establishment.StaffingStandard.Group;
import org.yilianti.staff.establishment.StaffingStandard.Measure;
import org.yilianti.staff.institution.Tier;
import org.yilianti.staff.member.StaffCategory;

/** Staff compared with standards (R2), worked out by hand. */
class StaffingFindingTests {

    private static final Tier TOWNSHIP = Tier.TOWNSHIP_HEALTH_CENTRE;

    private static StaffCount township(int population, Heads... heads) {
        return new StaffCount("T01", TOWNSHIP, population, List.of(heads));
    }

    private static Heads heads(StaffCategory category, long number) {
        return new Heads(category, category == StaffCategory.PHYSICIAN ? "general-practice" : null, number);
    }

    private static StaffingStandard standard(
            Measure measure, Bound bound, String required, Group counted, @Nullable Group against) {
        return new StaffingStandard(
                "rule", List.of(TOWNSHIP), measure, counted, against, new BigDecimal(required), bound);
    }

    private static StaffingFinding found(StaffingStandard standard, StaffCount count) {
        return StaffingFinding.of(standard, count).orElseThrow();
    }

    @Test
    void aDensityCountsPeoplePerThousandAndSaysHowManyAreMissing() {
        StaffingStandard one = standard(Measure.PER_1000_PEOPLE, Bound.AT_LEAST, "1", Group.of(), null);
        StaffingFinding finding = found(one, township(31_250, heads(StaffCategory.NURSE, 10)));
        assertThat(finding.actual()).isEqualByComparingTo("0.32");
        assertThat(finding.gap()).isEqualByComparingTo("0.68");
        assertThat(finding.heads()).isEqualTo(22);
        assertThat(finding.met()).isFalse();
        assertThat(found(one, township(31_250, heads(StaffCategory.NURSE, 32))).heads())
                .isNull();
        assertThat(found(one, township(31_250, heads(StaffCategory.NURSE, 32))).gap())
                .isZero();
    }

    @Test
    void aShareIsMetExactlyAtItsBoundAndNotOneBelow() {
        StaffingStandard technicians =
                standard(Measure.SHARE_OF_STAFF, Bound.AT_LEAST, "0.80", Group.of(StaffCategory.NURSE), null);
        Heads others = heads(StaffCategory.LOGISTICS, 2);
        assertThat(found(technicians, township(1, heads(StaffCategory.NURSE, 8), others))
                        .met())
                .isTrue();
        StaffingFinding below = found(technicians, township(1, heads(StaffCategory.NURSE, 7), others));
        assertThat(below.met()).isFalse();
        assertThat(below.actual()).isEqualByComparingTo("0.7778");
        assertThat(below.gap()).isEqualByComparingTo("0.0222");
    }

    @Test
    void aShareThatRoundsToItsBoundIsStillNotMet() {
        StaffingStandard technicians =
                standard(Measure.SHARE_OF_STAFF, Bound.AT_LEAST, "0.80", Group.of(StaffCategory.NURSE), null);
        StaffCount count = township(1, heads(StaffCategory.NURSE, 79_999), heads(StaffCategory.LOGISTICS, 20_001));
        assertThat(found(technicians, count).met()).isFalse();
    }

    @Test
    void tooManyIsAGapTooButNobodyIsToBeEmployed() {
        StaffingStandard logistics =
                standard(Measure.SHARE_OF_STAFF, Bound.AT_MOST, "0.10", Group.of(StaffCategory.LOGISTICS), null);
        StaffingFinding finding =
                found(logistics, township(1, heads(StaffCategory.NURSE, 8), heads(StaffCategory.LOGISTICS, 2)));
        assertThat(finding.gap()).isEqualByComparingTo("0.10");
        assertThat(finding.heads()).isNull();
    }

    @Test
    void aRatioComparesTwoGroupsAndIsSilentWhenThereIsNobodyToCompareWith() {
        Group practitioners = new Group(List.of(StaffCategory.PHYSICIAN), List.of("general-practice"));
        StaffingStandard nurses =
                standard(Measure.RATIO, Bound.AT_LEAST, "1", Group.of(StaffCategory.NURSE), practitioners);
        StaffingFinding finding =
                found(nurses, township(1, heads(StaffCategory.NURSE, 3), heads(StaffCategory.PHYSICIAN, 5)));
        assertThat(finding.actual()).isEqualByComparingTo("0.6");
        assertThat(finding.heads()).isEqualTo(2);
        assertThat(StaffingFinding.of(nurses, township(1, heads(StaffCategory.NURSE, 3))))
                .isEmpty();
    }

    @Test
    void aStandardThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> standard(Measure.RATIO, Bound.AT_LEAST, "1", Group.of(), null))
                .hasMessage("policy.staffing-standard-unfit");
        assertThatThrownBy(() -> standard(Measure.SHARE_OF_STAFF, Bound.AT_LEAST, "1.01", Group.of(), null))
                .hasMessage("policy.staffing-share-unfit");
        StaffingStandard twice = StaffingStandards.standard().standards().getFirst();
        assertThatThrownBy(() -> new StaffingStandards(List.of(twice, twice)))
                .hasMessage("policy.staffing-codes-repeat");
    }
}
