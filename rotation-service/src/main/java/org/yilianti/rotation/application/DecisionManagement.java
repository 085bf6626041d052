package org.yilianti.rotation.application;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.agreement.AgreementManagement;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.Sight;
import org.yilianti.rotation.directory.Sights;

/**
 * The deciders' side. Each decision is a savepoint of its own, so that of several in one call a refused one leaves nothing behind and the
 * others stay.
 */
@Component
@Transactional(propagation = Propagation.NESTED)
public class DecisionManagement {

    private static final Role[] SEEING = {Role.REGISTRAR, Role.HR_OFFICER, Role.ASSOCIATION_ADMIN};

    private final PracticeApplications applications;
    private final ApplicationBook book;
    private final Delegations delegations;
    private final Eligibility eligibility;
    private final AgreementManagement agreements;
    private final Members members;
    private final Sights sights;
    private final Policies policies;
    private final Clock clock;

    DecisionManagement(
            PracticeApplications applications,
            ApplicationBook book,
            Delegations delegations,
            Eligibility eligibility,
            AgreementManagement agreements,
            Members members,
            Sights sights,
            Policies policies,
            Clock clock) {
        this.applications = applications;
        this.book = book;
        this.delegations = delegations;
        this.eligibility = eligibility;
        this.agreements = agreements;
        this.members = members;
        this.sights = sights;
        this.policies = policies;
        this.clock = clock;
    }

    /** Takes one decision; {@code version} is what the decider has read, null when they do not say. */
    public PracticeApplication decide(Caller caller, UUID id, @Nullable Long version, Verdict verdict) {
        return switch (verdict.kind()) {
            case CONSENT -> approve(caller, id, version, ApplicationState.CONSENTED, verdict.note());
            case ACCEPT -> approve(caller, id, version, ApplicationState.ACCEPTED, verdict.note());
            case FILE -> approve(caller, id, version, ApplicationState.FILED, verdict.note());
            case REFUSE -> step(caller, id, version, (found, by) -> found.refuse(by, verdict.reason()));
            case ASK -> step(caller, id, version, (found, by) -> found.ask(by, verdict.reason()));
        };
    }

    private PracticeApplication approve(
            Caller caller, UUID id, @Nullable Long version, ApplicationState reaches, @Nullable String note) {
        WorkflowPolicy policy =
                policies.inForce(caller.association(), WorkflowPolicy.class, AssociationZone.dayOf(clock.instant()));
        PracticeApplication approved =
                step(caller, id, version, (found, by) -> found.approve(reaches, by, policy, note));
        if (approved.state() == ApplicationState.FILED) {
            bringIntoForce(caller, approved);
        }
        return approved;
    }

    /** What has become unlawful since the submission does not come into force. */
    private void bringIntoForce(Caller caller, PracticeApplication filed) {
        ApplicationParties parties = filed.parties();
        members.lock(filed.association(), Set.of(parties.memberId()));
        eligibility.reasons(filed.association(), parties, filed.terms()).stream()
                .findFirst()
                .ifPresent(reason -> {
                    throw Refusal.conflict("application.no-longer-eligible", reason.code());
                });
        agreements.conclude(caller, filed.agreement());
    }

    private PracticeApplication step(
            Caller caller,
            UUID id,
            @Nullable Long version,
            BiFunction<PracticeApplication, Decider, PracticeApplication> verb) {
        List<Mandate> mandates =
                delegations.mandates(caller.association(), caller.name(), AssociationZone.dayOf(clock.instant()));
        PracticeApplication found = applications
                .find(sight(caller, mandates), caller.name(), id)
                .orElseThrow(() -> Refusal.notFound("application.unknown", id));
        if (version != null && version != found.version()) {
            throw Refusal.stale(version, found.version());
        }
        return book.keep(verb.apply(found, Decider.of(caller, mandates, clock.instant())));
    }

    /** What the decider sees by grants of their own and by what is delegated to them. */
    private Sight sight(Caller caller, List<Mandate> mandates) {
        Sight own = sights.of(caller, SEEING);
        List<String> codes = new ArrayList<>();
        mandates.forEach(mandate -> codes.add(mandate.institutionCode()));
        return new Sight(own.association(), own.scope().union(InstitutionScope.of(codes)), own.ownMemberId());
    }
}
