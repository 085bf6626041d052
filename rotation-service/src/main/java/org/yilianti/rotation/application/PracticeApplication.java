package org.yilianti.rotation.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.agreement.AgreementParties;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.directory.AssociationZone;

/**
 * An application for multi-site practice. Immutable: each verb checks who and when, and gives the changed one.
 *
 * @param renews the agreement that it continues; null for a first one
 * @param hands accounts that made it, decided on it or lent their power to a decision: none of them decides again
 */
public record PracticeApplication(
        UUID id,
        UUID association,
        long version,
        ApplicationParties parties,
        AgreementTerms terms,
        @Nullable UUID renews,
        ApplicationState state,
        Progress progress,
        List<ApplicationReason> reasons,
        Set<String> hands,
        List<ApplicationStep> history) {

    /** Who acts when a rule does. */
    static final String RULES = "system:rules";

    /** Who acts when time does. */
    static final String CALENDAR = "system:calendar";

    /** A draft that only its maker sees. */
    static PracticeApplication drafted(
            UUID association,
            ApplicationParties parties,
            AgreementTerms terms,
            @Nullable UUID renews,
            String actor,
            Instant now) {
        var step = new ApplicationStep(ApplicationState.DRAFT, StepAction.DRAFTED, actor, List.of(), now, null);
        return new PracticeApplication(
                Ids.next(),
                association,
                1,
                parties,
                terms,
                renews,
                ApplicationState.DRAFT,
                Progress.none(),
                List.of(),
                Set.of(actor),
                List.of(step));
    }

    /** Handed in at once, without a draft before. */
    static PracticeApplication handedIn(
            UUID association,
            ApplicationParties parties,
            AgreementTerms terms,
            @Nullable UUID renews,
            Decider by,
            WorkflowPolicy policy,
            List<ApplicationReason> found) {
        PracticeApplication submitted = drafted(association, parties, terms, renews, by.actor(), by.at())
                .submitted(by, policy, found);
        return submitted.at(1, submitted.history.subList(1, submitted.history.size()));
    }

    /** The maker puts other terms into the draft. */
    PracticeApplication revised(Decider by, AgreementTerms other) {
        requireMaker(by);
        requireState(ApplicationState.DRAFT);
        return new PracticeApplication(
                        id, association, version, parties, other, renews, state, progress, reasons, hands, history)
                .step(state, StepAction.REVISED, by, null);
    }

    /** The maker hands it in; refused at once when a rule has reasons. */
    PracticeApplication submitted(Decider by, WorkflowPolicy policy, List<ApplicationReason> found) {
        requireMaker(by);
        requireState(ApplicationState.DRAFT);
        PracticeApplication submitted = with(Progress.turn(policy, policy.levels(), 0, AssociationZone.dayOf(by.at())))
                .step(ApplicationState.SUBMITTED, StepAction.SUBMITTED, by, null);
        return found.isEmpty() ? submitted : submitted.refusedByRule(found, by.at());
    }

    /** The office whose turn it is says yes; {@code reaches} is what the caller believes to bring about. */
    PracticeApplication approve(ApplicationState reaches, Decider by, WorkflowPolicy policy, @Nullable String note) {
        requirePending(reaches);
        if (progress.asked()) {
            throw Refusal.conflict("application.question-open");
        }
        Mandate power = power(by);
        boolean completes = progress.completesState();
        ApplicationState next = completes ? progress.current().reaches() : state;
        StepAction action = completes ? StepAction.ofCode(next.code()) : StepAction.APPROVED;
        return with(Progress.turn(policy, progress.levels(), progress.level() + 1, AssociationZone.dayOf(by.at())))
                .decided(next, action, by, power, note);
    }

    /** The office whose turn it is says no. */
    PracticeApplication refuse(Decider by, String reason) {
        requirePending(null);
        return with(progress.closed()).decided(ApplicationState.REFUSED, StepAction.REFUSED, by, power(by), reason);
    }

    /** The office whose turn it is wants to know more. Whoever asks may decide later. */
    PracticeApplication ask(Decider by, String question) {
        requirePending(null);
        if (progress.asked()) {
            throw Refusal.conflict("application.question-open");
        }
        Mandate power = power(by);
        return with(progress.waiting()).step(state, StepAction.ASKED, by, power.chain(), question);
    }

    /** The applicant answers; the office's time begins anew. */
    PracticeApplication answer(Decider by, WorkflowPolicy policy, String answer) {
        requireApplicant(by);
        requirePending(null);
        if (!progress.asked()) {
            throw Refusal.conflict("application.nothing-asked");
        }
        return with(progress.answered(policy, AssociationZone.dayOf(by.at())))
                .step(state, StepAction.ANSWERED, by, answer);
    }

    /** The applicant, or the member it is for, takes it back. */
    PracticeApplication withdraw(Decider by, String reason) {
        requireApplicant(by);
        if (state != ApplicationState.DRAFT) {
            requirePending(null);
        }
        return with(progress.closed()).step(ApplicationState.WITHDRAWN, StepAction.WITHDRAWN, by, reason);
    }

    /** What time alone makes of it by {@code now}; the same when nothing is due. */
    PracticeApplication overtaken(Instant now) {
        return Overdue.at(now).apply(this);
    }

    /** The agreement that filing brings into force. */
    PracticeAgreement agreement() {
        return PracticeAgreement.concluded(
                association, new AgreementParties(id, parties.memberId(), parties.homeId(), parties.hostId()), terms);
    }

    /** Whose turn it is; nobody's when nothing is to be decided. */
    public Optional<Level> turn() {
        return state.pending() ? Optional.of(progress.current()) : Optional.empty();
    }

    String madeBy() {
        return history.getFirst().actor();
    }

    /** Who brought it to {@code reached}; null when nobody has. */
    @Nullable String actorOf(ApplicationState reached) {
        return history.stream()
                .filter(step -> step.action().code().equals(reached.code()))
                .map(ApplicationStep::actor)
                .findFirst()
                .orElse(null);
    }

    private PracticeApplication at(long other, List<ApplicationStep> lines) {
        return new PracticeApplication(
                id, association, other, parties, terms, renews, state, progress, reasons, hands, List.copyOf(lines));
    }

    PracticeApplication with(Progress next) {
        return new PracticeApplication(
                id, association, version, parties, terms, renews, state, next, reasons, hands, history);
    }

    /** One version on, with one more line of history. */
    PracticeApplication step(ApplicationState next, StepAction action, Decider by, @Nullable String note) {
        return step(next, action, by, List.of(), note);
    }

    private PracticeApplication step(
            ApplicationState next, StepAction action, Decider by, List<String> onBehalfOf, @Nullable String note) {
        var line = new ApplicationStep(next, action, by.actor(), onBehalfOf, by.at(), note);
        return new PracticeApplication(
                id,
                association,
                version + 1,
                parties,
                terms,
                renews,
                next,
                progress,
                reasons,
                hands,
                Stream.concat(history.stream(), Stream.of(line)).toList());
    }

    private PracticeApplication decided(
            ApplicationState next, StepAction action, Decider by, Mandate power, @Nullable String note) {
        PracticeApplication stepped = step(next, action, by, power.chain(), note);
        Set<String> more = Stream.of(hands.stream(), Stream.of(by.actor()), power.chain().stream())
                .flatMap(accounts -> accounts)
                .collect(Collectors.toUnmodifiableSet());
        return new PracticeApplication(
                id,
                association,
                stepped.version,
                parties,
                terms,
                renews,
                next,
                progress,
                reasons,
                more,
                stepped.history);
    }

    private PracticeApplication refusedByRule(List<ApplicationReason> found, Instant now) {
        var rules = new Decider(RULES, null, Map.of(), List.of(), now);
        return new PracticeApplication(
                        id,
                        association,
                        version - 1,
                        parties,
                        terms,
                        renews,
                        state,
                        progress.closed(),
                        List.copyOf(found),
                        hands,
                        history)
                .step(ApplicationState.REFUSED, StepAction.REFUSED, rules, null);
    }

    private Mandate power(Decider by) {
        return DecidingPower.of(this, by);
    }

    private void requireMaker(Decider by) {
        if (!by.actor().equals(madeBy())) {
            throw Refusal.forbidden("application.not-maker");
        }
    }

    private void requireApplicant(Decider by) {
        if (!by.actor().equals(madeBy()) && !parties.staffNo().equals(by.staffNo())) {
            throw Refusal.forbidden("application.not-applicant");
        }
    }

    private void requireState(ApplicationState expected) {
        if (state != expected) {
            throw Refusal.conflict("application.state", state.code(), expected.code());
        }
    }

    /** @param reaches null when any step will do */
    private void requirePending(@Nullable ApplicationState reaches) {
        if (!state.pending()) {
            throw Refusal.conflict("application.closed", state.code());
        }
        if (reaches != null && progress.current().reaches() != reaches) {
            throw Refusal.conflict(
                    "application.state",
                    state.code(),
                    progress.current().reaches().code());
        }
    }
}
