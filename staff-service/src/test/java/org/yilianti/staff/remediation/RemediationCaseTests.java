package org.yilianti.staff.remediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.ids.Ids;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.remediation.RemediationCase.Consequence;
import org.yilianti.staff.remediation.RemediationCase.Decision;
import org.yilianti.staff.remediation.RemediationCase.Gap;
import org.yilianti.staff.remediation.RemediationCase.Holder;
import org.yilianti.staff.remediation.RemediationCase.State;
import org.yilianti.staff.remediation.RemediationCase.Step;

/** R6: the ways that a case may go. */
class RemediationCaseTests {

    private static final LocalDate DEADLINE = LocalDate.of(2026, 11, 21);

    private final RemediationCase open = RemediationCase.opened(
            new Holder(
                    UUID.randomUUID(),
                    new MemberId(UUID.randomUUID()),
                    new InstitutionRef(new InstitutionId(Ids.next()), "T01"),
                    UUID.randomUUID()),
            new Gap(GapKind.LICENCE, "nurse"),
            false,
            DEADLINE,
            by("opener"));

    private static Step by(String name) {
        return new Step(Instant.EPOCH, name, null);
    }

    private static RemediationTask task(boolean passed) {
        return new RemediationTask(UUID.randomUUID(), "exam", true, passed ? DEADLINE : null);
    }

    private static Decision decision(String name) {
        return new Decision(Consequence.TRANSFER, DEADLINE, by(name));
    }

    @Test
    void itIsMetOnlyWithTheQualificationAndEveryTask() {
        assertThatThrownBy(() -> open.met(false, List.of(), by("x"))).hasMessage("remediation.still-lacking");
        assertThatThrownBy(() -> open.met(true, List.of(task(true), task(false)), by("x")))
                .hasMessage("remediation.still-lacking");
        RemediationCase met = open.met(true, List.of(task(true)), by("x"));
        assertThat(met.state()).isEqualTo(State.MET);
        assertThat(met.version()).isEqualTo(open.version() + 1);
        assertThatThrownBy(() -> met.notMet(DEADLINE.plusDays(1), by("x"))).hasMessage("remediation.state");
    }

    @Test
    void itIsNotMetOnlyAfterItsLastDay() {
        assertThat(open.overdue(DEADLINE)).isFalse();
        assertThatThrownBy(() -> open.notMet(DEADLINE, by("x"))).hasMessage("remediation.before-deadline");
        RemediationCase late = open.notMet(DEADLINE.plusDays(1), by("x"));
        assertThat(late.state()).isEqualTo(State.NOT_MET);
        assertThat(open.overdue(DEADLINE.plusDays(1))).isTrue();
        assertThat(late.overdue(DEADLINE.plusDays(1))).isTrue();
    }

    @Test
    void whoOpenedItOrFoundItNotMetDoesNotDecide() {
        RemediationCase late = open.notMet(DEADLINE.plusDays(1), by("finder"));
        assertThatThrownBy(() -> late.decided(decision("opener"))).hasMessage("remediation.own-case");
        assertThatThrownBy(() -> late.decided(decision("finder"))).hasMessage("remediation.own-case");
        RemediationCase decided = late.decided(decision("judge"));
        assertThat(decided.state()).isEqualTo(State.DECIDED);
        assertThat(decided.overdue(DEADLINE.plusYears(1))).isFalse();
        assertThatThrownBy(() -> decided.annulled(by("x"))).hasMessage("remediation.state");
    }

    @Test
    void monthsGraceAndLeadDaysHaveBounds() {
        assertThatThrownBy(() -> new RemediationRules(List.of(), 0, 0, List.of(1)))
                .hasMessage("policy.remediation-unfit");
        assertThatThrownBy(() -> new RemediationRules(List.of(), 366, 1, List.of(1)))
                .hasMessage("policy.remediation-unfit");
        assertThatThrownBy(() -> new RemediationRules(List.of(), 0, 1, List.of()))
                .hasMessage("policy.lead-days-unfit");
        assertThat(RemediationRules.standard().requirements()).hasSize(4);
    }
}
