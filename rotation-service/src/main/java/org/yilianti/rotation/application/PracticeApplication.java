package org.yilianti.rotation.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.rotation.agreement.AgreementParties;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.directory.AssociationZone;

/**
 * An application for multi-site practice. Immutable: each verb checks who and when, and gives the changed one.
 *
 * @param reasons why a rule refused it; none while none did
 */
public record PracticeApplication(
        UUID id,
        UUID association,
        long version,
        ApplicationSubject subject,
        ApplicationState state,
        Progress progress,
        List<ApplicationReason> reasons,
        ApplicationTrail trail) {

    /** Who acts when a rule does. */
    static final String RULES = "system:rules";

    /** Who acts when time does. */
    static final String CALENDAR = "system:calendar";

    /** A draft that only its maker sees. */
    static PracticeApplication drafted(UUID association, ApplicationSubject subject, String actor, Instant now) {
        var step = new ApplicationStep(ApplicationState.DRAFT, StepAction.DRAFTED, actor, List.of(), now, null);
        return new PracticeApplication(
                Ids.next(),
                association,
                1,
                subject,
                ApplicationState.DRAFT,
                Progress.none(),
                List.of(),
                ApplicationTrail.NONE.withHands(step));
    }

    /** Handed in at once, without a draft before. */
    static PracticeApplication handedIn(
            UUID association,
            ApplicationSubject subject,
            Decider by,
            WorkflowPolicy policy,
            List<ApplicationReason> found) {
        PracticeApplication submitted =
                drafted(association, subject, by.actor(), by.at()).submitted(by, policy, found);
        return new PracticeApplication(
                submitted.id,
                association,
                1,
                subject,
                submitted.state,
                submitted.progress,
                submitted.reasons,
                submitted.trail.withoutFirst());
    }

    /** The maker puts other terms into the draft. */
    PracticeApplication revised(Decider by, AgreementTerms other) {
        require().maker(by);
        require().draft();
        return new PracticeApplication(id, association, version, subject.with(other), state, progress, reasons, trail)
                .step(state, StepAction.REVISED, by, null);
    }

    /** The maker hands it in; refused at once when a rule has reasons. */
    PracticeApplication submitted(Decider by, WorkflowPolicy policy, List<ApplicationReason> found) {
        require().maker(by);
        require().draft();
        PracticeApplication submitted = with(Progress.turn(policy, policy.levels(), 0, AssociationZone.dayOf(by.at())))
                .step(ApplicationState.SUBMITTED, StepAction.SUBMITTED, by, null);
        return found.isEmpty() ? submitted : submitted.refusedByRule(found, by.at());
    }

    /** The office whose turn it is says yes; {@code reaches} is what the caller believes to bring about. */
    PracticeApplication approve(ApplicationState reaches, Decider by, WorkflowPolicy policy, @Nullable String note) {
        require().pending(reaches);
        require().nothingAsked();
        Mandate power = power(by);
        boolean completes = progress.completesState();
        ApplicationState next = completes ? progress.current().reaches() : state;
        StepAction action = completes ? StepAction.ofCode(next.code()) : StepAction.APPROVED;
        return with(Progress.turn(policy, progress.levels(), progress.level() + 1, AssociationZone.dayOf(by.at())))
                .decided(next, action, by, power, note);
    }

    /** The office whose turn it is says no. */
    PracticeApplication refuse(Decider by, String reason) {
        require().pending(null);
        return with(progress.closed()).decided(ApplicationState.REFUSED, StepAction.REFUSED, by, power(by), reason);
    }

    /** The office whose turn it is wants to know more. Whoever asks may decide later. */
    PracticeApplication ask(Decider by, String question) {
        require().pending(null);
        require().nothingAsked();
        Mandate power = power(by);
        return with(progress.waiting()).step(state, StepAction.ASKED, by, power.chain(), question);
    }

    /** The applicant answers; the office's time begins anew. */
    PracticeApplication answer(Decider by, WorkflowPolicy policy, String answer) {
        require().applicant(by);
        require().pending(null);
        require().asked();
        return with(progress.answered(policy, AssociationZone.dayOf(by.at())))
                .step(state, StepAction.ANSWERED, by, answer);
    }

    /** The applicant, or the member it is for, takes it back. */
    PracticeApplication withdraw(Decider by, String reason) {
        require().applicant(by);
        if (state != ApplicationState.DRAFT) {
            require().pending(null);
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
                association,
                new AgreementParties(
                        id, parties().memberId(), parties().homeId(), parties().hostId()),
                terms());
    }

    public ApplicationParties parties() {
        return subject.parties();
    }

    public AgreementTerms terms() {
        return subject.terms();
    }

    /** The agreement that it continues; null for a first one. */
    public @Nullable UUID renews() {
        return subject.renews();
    }

    public Set<String> hands() {
        return trail.hands();
    }

    public List<ApplicationStep> history() {
        return trail.steps();
    }

    /** Whose turn it is; nobody's when nothing is to be decided. */
    public Optional<Level> turn() {
        return state.pending() ? Optional.of(progress.current()) : Optional.empty();
    }

    String madeBy() {
        return trail.firstActor();
    }

    /** Who brought it to {@code reached}; null when nobody has. */
    @Nullable String actorOf(ApplicationState reached) {
        return trail.actorOf(reached);
    }

    PracticeApplication with(Progress next) {
        return new PracticeApplication(id, association, version, subject, state, next, reasons, trail);
    }

    /** One version on, with one more line of history. */
    PracticeApplication step(ApplicationState next, StepAction action, Decider by, @Nullable String note) {
        return step(next, action, by, List.of(), note);
    }

    private PracticeApplication step(
            ApplicationState next, StepAction action, Decider by, List<String> onBehalfOf, @Nullable String note) {
        return moved(next, trail.with(new ApplicationStep(next, action, by.actor(), onBehalfOf, by.at(), note)));
    }

    private PracticeApplication decided(
            ApplicationState next, StepAction action, Decider by, Mandate power, @Nullable String note) {
        var line = new ApplicationStep(next, action, by.actor(), power.chain(), by.at(), note);
        return moved(next, trail.withHands(line));
    }

    private PracticeApplication moved(ApplicationState next, ApplicationTrail longer) {
        return new PracticeApplication(id, association, version + 1, subject, next, progress, reasons, longer);
    }

    /** A part of handing in: no version of its own. */
    private PracticeApplication refusedByRule(List<ApplicationReason> found, Instant now) {
        var rules = new Decider(RULES, null, Map.of(), List.of(), now);
        return new PracticeApplication(
                        id, association, version - 1, subject, state, progress.closed(), List.copyOf(found), trail)
                .step(ApplicationState.REFUSED, StepAction.REFUSED, rules, null);
    }

    private Mandate power(Decider by) {
        return DecidingPower.of(this, by);
    }

    private ApplicationGuard require() {
        return new ApplicationGuard(this);
    }
}
