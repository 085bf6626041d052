package org.yilianti.incentive.campaign.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.campaign.Campaign;
import org.yilianti.incentive.campaign.CampaignJournal;
import org.yilianti.incentive.campaign.CampaignRules;
import org.yilianti.incentive.campaign.Subject;

/**
 * A campaign as callers see it, with the subjects in their scope; decimals are strings.
 *
 * @param rules as in force when it was opened
 * @param edition of its results; 0 before the first
 * @param steps who did what; left empty in lists
 */
record CampaignAnswer(
        UUID id,
        long version,
        String name,
        String level,
        LocalDate periodFrom,
        LocalDate periodTo,
        @Nullable UUID schemeId,
        @Nullable UUID questionSetId,
        String status,
        List<ComponentAnswer> components,
        List<SubjectAnswer> subjects,
        @Nullable CampaignRules rules,
        int edition,
        @Nullable LocalDate objectionsUntil,
        String createdBy,
        Instant createdAt,
        List<StepAnswer> steps) {

    /** Who judges, with which weight. */
    record ComponentAnswer(String kind, String weight) {}

    /** What is judged. */
    record SubjectAnswer(
            String code,
            @Nullable UUID institutionId,
            String institutionCode,
            String name,
            @Nullable String staffNo) {

        static SubjectAnswer of(Subject one) {
            return new SubjectAnswer(one.code(), one.institution(), one.institutionCode(), one.name(), one.staffNo());
        }
    }

    /** Who did what, and why if they said so. */
    record StepAnswer(
            long version,
            String status,
            String actor,
            @Nullable String reason,
            Instant at) {}

    static CampaignAnswer of(Campaign one, List<CampaignJournal.Step> steps) {
        Campaign.Plan plan = one.plan();
        return new CampaignAnswer(
                one.id(),
                one.version(),
                plan.name(),
                plan.level().code(),
                plan.from(),
                plan.to(),
                plan.scheme() == null ? null : plan.scheme().value(),
                plan.questionSet(),
                one.status().code(),
                plan.components().stream()
                        .map(part -> new ComponentAnswer(part.kind().code(), plain(part.weight())))
                        .toList(),
                plan.subjects().stream().map(SubjectAnswer::of).toList(),
                one.rules(),
                one.edition(),
                one.objectionsUntil(),
                one.createdBy(),
                one.createdAt(),
                steps.stream()
                        .map(step ->
                                new StepAnswer(step.version(), step.status(), step.actor(), step.reason(), step.at()))
                        .toList());
    }

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    static @Nullable String plainOrNull(@Nullable BigDecimal value) {
        return value == null ? null : plain(value);
    }
}
