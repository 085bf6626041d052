package org.yilianti.rotation.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.agreement.PracticeAgreement;

/** An application for multi-site practice. Immutable: each verb checks who and when, and gives the changed one. */
public record PracticeApplication(
        UUID id,
        UUID association,
        long version,
        ApplicationParties parties,
        AgreementTerms terms,
        ApplicationState state,
        List<ApplicationReason> reasons,
        List<ApplicationStep> history) {

    /** Who refuses when a rule does. */
    static final String RULES = "system:rules";

    /** A new application; refused at once when there are reasons. */
    static PracticeApplication submitted(
            UUID association,
            ApplicationParties parties,
            AgreementTerms terms,
            List<ApplicationReason> reasons,
            String actor,
            Instant now) {
        var submitted = new PracticeApplication(
                Ids.next(),
                association,
                1,
                parties,
                terms,
                ApplicationState.SUBMITTED,
                List.copyOf(reasons),
                List.of(new ApplicationStep(ApplicationState.SUBMITTED, actor, now, null)));
        return reasons.isEmpty()
                ? submitted
                : submitted.at(submitted.version, ApplicationState.REFUSED, RULES, now, null);
    }

    /** The home institution agrees. */
    PracticeApplication consent(Decider by, @Nullable String note) {
        requireOffice(by, parties.homeCode());
        return decide(ApplicationState.SUBMITTED, ApplicationState.CONSENTED, by, note);
    }

    /** The host agrees. */
    PracticeApplication accept(Decider by, @Nullable String note) {
        requireOffice(by, parties.hostCode());
        return decide(ApplicationState.CONSENTED, ApplicationState.ACCEPTED, by, note);
    }

    /** The association's registrar files it; only a registrar of the whole association can. */
    PracticeApplication file(Decider by, @Nullable String note) {
        requireAssociation(by);
        return decide(ApplicationState.ACCEPTED, ApplicationState.FILED, by, note);
    }

    /** Whoever's turn it is says no. */
    PracticeApplication refuse(Decider by, String reason) {
        switch (state) {
            case SUBMITTED -> requireOffice(by, parties.homeCode());
            case CONSENTED -> requireOffice(by, parties.hostCode());
            default -> requireAssociation(by);
        }
        return decide(state, ApplicationState.REFUSED, by, reason);
    }

    /** The applicant, or the member it is for, takes it back. */
    PracticeApplication withdraw(Decider by, String reason) {
        if (!by.actor().equals(submittedBy()) && !parties.staffNo().equals(by.staffNo())) {
            throw Refusal.forbidden("application.not-applicant");
        }
        requirePending(state);
        return at(version + 1, ApplicationState.WITHDRAWN, by.actor(), by.at(), reason);
    }

    /** The agreement that filing brings into force. */
    PracticeAgreement agreement() {
        return PracticeAgreement.concluded(
                association, id, parties.memberId(), parties.homeId(), parties.hostId(), terms);
    }

    String submittedBy() {
        return history.getFirst().actor();
    }

    /** Who brought it to {@code reached}; null when nobody has. */
    @Nullable String actorOf(ApplicationState reached) {
        return history.stream()
                .filter(step -> step.state() == reached)
                .map(ApplicationStep::actor)
                .findFirst()
                .orElse(null);
    }

    private PracticeApplication decide(
            ApplicationState expected, ApplicationState next, Decider by, @Nullable String note) {
        requirePending(expected);
        if (parties.staffNo().equals(by.staffNo())) {
            throw Refusal.forbidden("application.own");
        }
        if (history.stream().anyMatch(step -> step.actor().equals(by.actor()))) {
            throw Refusal.forbidden("application.four-eyes", by.actor());
        }
        return at(version + 1, next, by.actor(), by.at(), note);
    }

    private void requirePending(ApplicationState expected) {
        if (!state.pending() || state != expected) {
            throw Refusal.conflict("application.state", state.code(), expected.code());
        }
    }

    private static void requireOffice(Decider by, String code) {
        if (!by.scope().permits(code)) {
            throw Refusal.forbidden("access.institution", code);
        }
    }

    private static void requireAssociation(Decider by) {
        if (!by.scope().all()) {
            throw Refusal.forbidden("access.institution", "*");
        }
    }

    private PracticeApplication at(
            long nextVersion, ApplicationState next, String actor, Instant now, @Nullable String note) {
        List<ApplicationStep> longer = new ArrayList<>(history);
        longer.add(new ApplicationStep(next, actor, now, note));
        return new PracticeApplication(
                id, association, nextVersion, parties, terms, next, reasons, List.copyOf(longer));
    }
}
