package org.yilianti.staff.establishment;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.establishment.StaffingStandard.Bound;
import org.yilianti.staff.establishment.StaffingStandard.Group;
import org.yilianti.staff.establishment.StaffingStandard.Measure;
import org.yilianti.staff.institution.Tier;
import org.yilianti.staff.member.StaffCategory;

/** The standards that an association holds its staff to (R2). */
record StaffingStandards(List<StaffingStandard> standards) {

    private static final Group HEALTH_TECHNICIANS = Group.of(Arrays.stream(StaffCategory.values())
            .filter(category -> category != StaffCategory.MANAGEMENT && category != StaffCategory.LOGISTICS)
            .toArray(StaffCategory[]::new));
    private static final Group PHYSICIANS = Group.of(StaffCategory.PHYSICIAN, StaffCategory.ASSISTANT_PHYSICIAN);
    private static final Group NURSES = Group.of(StaffCategory.NURSE);
    private static final Group EVERYBODY = Group.of();

    /** Refuses (422) two standards of one code. */
    StaffingStandards {
        standards = List.copyOf(standards);
        if (standards.stream().map(StaffingStandard::code).distinct().count() < standards.size()) {
            throw Refusal.invalid("policy.staffing-codes-repeat");
        }
    }

    /**
     * Township centres: 1 per 1,000 people, technicians at least 80 %, logistics at most 10 %; community centres per 10,000 people:
     * 2 general practitioners, 1 public-health physician, a nurse for each general practitioner, other staff at most 5 %. The association:
     * the published national targets for 2025, 3.20 physicians and 3.80 nurses per 1,000, 3.93 general
     * practitioners per 10,000 people.
     */
    static StaffingStandards standard() {
        Group generalPractitioners = new Group(PHYSICIANS.categories(), List.of("general-practice"));
        Group publicHealth = new Group(PHYSICIANS.categories(), List.of("public-health"));
        Group others = Group.of(StaffCategory.MANAGEMENT, StaffCategory.LOGISTICS);
        Tier township = Tier.TOWNSHIP_HEALTH_CENTRE;
        Tier community = Tier.COMMUNITY_HEALTH_CENTRE;
        return new StaffingStandards(List.of(
                least("township-staff", township, Measure.PER_1000_PEOPLE, EVERYBODY, null, "1"),
                least("township-technicians", township, Measure.SHARE_OF_STAFF, HEALTH_TECHNICIANS, null, "0.80"),
                most("township-logistics", township, Group.of(StaffCategory.LOGISTICS), "0.10"),
                least("community-practitioners", community, Measure.PER_10000_PEOPLE, generalPractitioners, null, "2"),
                least("community-public-health", community, Measure.PER_10000_PEOPLE, publicHealth, null, "1"),
                least("community-nurses", community, Measure.RATIO, NURSES, generalPractitioners, "1"),
                most("community-others", community, others, "0.05"),
                least("association-physicians", null, Measure.PER_1000_PEOPLE, PHYSICIANS, null, "3.20"),
                least("association-nurses", null, Measure.PER_1000_PEOPLE, NURSES, null, "3.80"),
                least(
                        "association-practitioners",
                        null,
                        Measure.PER_10000_PEOPLE,
                        generalPractitioners,
                        null,
                        "3.93")));
    }

    private static StaffingStandard least(
            String code,
            @Nullable Tier tier,
            Measure measure,
            Group counted,
            @Nullable Group against,
            String required) {
        List<Tier> tiers = tier == null ? List.of() : List.of(tier);
        return new StaffingStandard(code, tiers, measure, counted, against, new BigDecimal(required), Bound.AT_LEAST);
    }

    private static StaffingStandard most(String code, Tier tier, Group counted, String required) {
        return new StaffingStandard(
                code, List.of(tier), Measure.SHARE_OF_STAFF, counted, null, new BigDecimal(required), Bound.AT_MOST);
    }
}
