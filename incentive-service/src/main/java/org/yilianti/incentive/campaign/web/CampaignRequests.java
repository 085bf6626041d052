package org.yilianti.incentive.campaign.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.campaign.CampaignComponent;
import org.yilianti.incentive.campaign.CampaignLevel;
import org.yilianti.incentive.campaign.CampaignManagement.Order;
import org.yilianti.incentive.campaign.CampaignObjection.Claim;
import org.yilianti.incentive.campaign.ComponentKind;
import org.yilianti.incentive.campaign.Rating.Assignment;
import org.yilianti.incentive.campaign.SubjectRegister.SubjectOrder;
import org.yilianti.incentive.scheme.SchemeId;

/** What callers send about campaigns; decimals may be strings or numbers. */
final class CampaignRequests {

    /** No exponents: a few characters of one would make a number of gigabytes. */
    private static final String DECIMAL = "-?\\d{1,15}(\\.\\d{1,15})?";

    private static final String COMPONENTS = "self|panel|sector|survey";

    private CampaignRequests() {}

    /**
     * What is to be judged.
     *
     * @param schemeId published one that the scores are meant for
     * @param questionSetId of the survey, if there is one
     * @param subjects none for the association, which is its own subject
     */
    record CampaignOrder(
            @NotBlank @Size(max = 200) String name,

            @NotNull @Pattern(regexp = "association|institution|department|person") String level,

            @NotNull LocalDate periodFrom,
            @NotNull LocalDate periodTo,
            @Nullable UUID schemeId,
            @Nullable UUID questionSetId,
            @NotEmpty @Size(max = 4) List<@Valid @NotNull ComponentOrder> components,
            @NotNull @Size(max = 1000) List<@Valid @NotNull CampaignSubjectOrder> subjects) {

        Order toOrder() {
            return new Order(
                    name,
                    CampaignLevel.of(level),
                    periodFrom,
                    periodTo,
                    schemeId == null ? null : new SchemeId(schemeId),
                    questionSetId,
                    components.stream()
                            .map(one ->
                                    new CampaignComponent(ComponentKind.of(one.kind()), new BigDecimal(one.weight())))
                            .toList(),
                    subjects.stream().map(CampaignSubjectOrder::toOrder).toList());
        }
    }

    /** Who judges, with which weight. */
    record ComponentOrder(
            @NotNull @Pattern(regexp = COMPONENTS) String kind,

            @NotNull @Pattern(regexp = DECIMAL) String weight) {}

    /** An institution, one of its departments, or a person who serves there. */
    record CampaignSubjectOrder(
            @NotNull UUID institutionId,

            @Pattern(regexp = "[A-Za-z0-9-]{1,50}") @Nullable String department,

            @Size(min = 1, max = 200) @Nullable String departmentName,
            @Size(min = 1, max = 50) @Nullable String staffNo) {

        SubjectOrder toOrder() {
            return new SubjectOrder(institutionId, department, departmentName, staffNo);
        }
    }

    /** People who are to judge. */
    record RaterOrder(@NotEmpty @Size(max = 2000) List<@Valid @NotNull RaterItem> items) {

        List<Assignment> toAssignments() {
            return items.stream().map(RaterItem::toAssignment).toList();
        }
    }

    /**
     * Somebody who is to judge a subject.
     *
     * @param rater name of the account
     * @param raterStaffNo of a member of staff
     * @param sector that the rater speaks for, in component {@code sector} only
     */
    record RaterItem(
            @NotNull @Pattern(regexp = "self|panel|sector") String component,

            @NotBlank @Size(max = 110) String subject,
            @NotBlank @Size(max = 100) String rater,
            @Size(min = 1, max = 50) @Nullable String raterStaffNo,
            @Size(min = 1, max = 100) @Nullable String sector) {

        Assignment toAssignment() {
            return new Assignment(
                    ComponentKind.of(component), subject, rater, raterStaffNo, Objects.requireNonNullElse(sector, ""));
        }
    }

    /** A score from 0 to 100 with at most two decimals. */
    record ScoreOrder(
            @NotNull @Pattern(regexp = DECIMAL) String score,

            @Size(max = 1000) @Nullable String remark) {}

    /** What a second person says of the version they read; a reason is needed to send it back. */
    record ReviewOrder(
            @NotNull Long version,
            @NotNull Boolean approved,
            @Size(max = 1000) @Nullable String reason) {}

    /** An objection against what a component said of a subject. */
    record ObjectionOrder(
            @NotBlank @Size(max = 110) String subject,

            @NotNull @Pattern(regexp = COMPONENTS) String component,

            @NotBlank @Size(max = 2000) String text,
            @NotBlank @Size(max = 4000) String evidence) {

        Claim toClaim() {
            return new Claim(subject, ComponentKind.of(component), text, evidence);
        }
    }

    /** A decision; {@code rightScore} if and only if the objection is upheld. */
    record ObjectionDecision(
            @NotNull Boolean upheld,
            @Pattern(regexp = DECIMAL) @Nullable String rightScore,

            @NotBlank @Size(max = 1000) String reason) {}

    /** The campaign whose scores an evaluation takes over; as which indicator, unless it judged persons. */
    record EntryOrder(
            @NotNull UUID campaignId,
            @Size(min = 1, max = 50) @Nullable String indicator) {}
}
