package org.yilianti.rotation.application;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.agreement.TermsRules;
import org.yilianti.rotation.directory.Appointment;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.practice.PracticeFacts;

/** The applicant's side: drafts, hands in, answers and withdraws; each step with history, audit row, event and notices at once. */
@Component
@Transactional
public class ApplicationManagement {

    private static final Role[] SEEING = {Role.REGISTRAR, Role.HR_OFFICER};

    private final PracticeApplications applications;
    private final ApplicationBook book;
    private final Eligibility eligibility;
    private final Renewals renewals;
    private final Institutions institutions;
    private final Members members;
    private final Sights sights;
    private final Policies policies;
    private final Clock clock;

    ApplicationManagement(
            PracticeApplications applications,
            ApplicationBook book,
            Eligibility eligibility,
            Renewals renewals,
            Institutions institutions,
            Members members,
            Sights sights,
            Policies policies,
            Clock clock) {
        this.applications = applications;
        this.book = book;
        this.eligibility = eligibility;
        this.renewals = renewals;
        this.institutions = institutions;
        this.members = members;
        this.sights = sights;
        this.policies = policies;
        this.clock = clock;
    }

    /** Keeps a draft for a member, by the member or by an HR officer of the home institution. */
    public PracticeApplication draft(Caller caller, ApplicationWish wish) {
        ApplicationParties parties = parties(caller, wish);
        renewals.check(caller.association(), wish, parties);
        return book.keepNew(PracticeApplication.drafted(
                caller.association(),
                new ApplicationSubject(parties, wish.terms(), wish.renews()),
                caller.name(),
                clock.instant()));
    }

    /** Hands in at once what needs no draft. */
    public PracticeApplication submit(Caller caller, ApplicationWish wish) {
        members.lock(caller.association(), Set.of(wish.memberId()));
        TermsRules.check(wish.terms());
        ApplicationParties parties = parties(caller, wish);
        renewals.check(caller.association(), wish, parties);
        return book.keepNew(PracticeApplication.handedIn(
                caller.association(),
                new ApplicationSubject(parties, wish.terms(), wish.renews()),
                maker(caller),
                policy(caller),
                eligibility.reasons(caller.association(), parties, wish.terms())));
    }

    /** Hands in a draft. */
    public PracticeApplication submitDraft(Caller caller, UUID id, @Nullable Long version) {
        PracticeApplication draft = find(caller, id, version);
        TermsRules.check(draft.terms());
        members.lock(caller.association(), Set.of(draft.parties().memberId()));
        return book.keep(draft.submitted(
                maker(caller),
                policy(caller),
                eligibility.reasons(draft.association(), draft.parties(), draft.terms())));
    }

    public PracticeApplication revise(Caller caller, UUID id, long version, AgreementTerms terms) {
        PracticeApplication revised = find(caller, id, version).revised(maker(caller), terms);
        PracticeApplication kept = book.keep(revised);
        applications.updateTerms(kept);
        return kept;
    }

    public PracticeApplication answer(Caller caller, UUID id, @Nullable Long version, String answer) {
        return book.keep(find(caller, id, version).answer(maker(caller), policy(caller), answer));
    }

    public PracticeApplication withdraw(Caller caller, UUID id, @Nullable Long version, String reason) {
        return book.keep(find(caller, id, version).withdraw(maker(caller), reason));
    }

    private PracticeApplication find(Caller caller, UUID id, @Nullable Long version) {
        PracticeApplication found = applications
                .find(sights.of(caller, SEEING), caller.name(), id)
                .orElseThrow(() -> Refusal.notFound("application.unknown", id));
        if (version != null && version != found.version()) {
            throw Refusal.stale(version, found.version());
        }
        return found;
    }

    private Decider maker(Caller caller) {
        return Decider.of(caller, List.of(), clock.instant());
    }

    private WorkflowPolicy policy(Caller caller) {
        return policies.inForce(caller.association(), WorkflowPolicy.class, AssociationZone.dayOf(clock.instant()));
    }

    private ApplicationParties parties(Caller caller, ApplicationWish wish) {
        PracticeFacts facts = eligibility.facts(caller.association(), wish.memberId());
        Member member = facts.member();
        if (member == null) {
            throw Refusal.invalid("member.unknown", wish.memberId()).at("/memberId");
        }
        Institution host = institutions
                .find(caller.association(), wish.hostId())
                .orElseThrow(() ->
                        Refusal.invalid("institution.unknown", wish.hostId()).at("/hostInstitutionId"));
        Institution home = home(facts, wish.terms());
        boolean own = caller.has(Role.STAFF) && member.staffNo().equals(caller.staffNo());
        if (!own && !caller.scope(Role.HR_OFFICER).permits(home.code())) {
            throw Refusal.forbidden("access.institution", home.code());
        }
        return new ApplicationParties(
                wish.memberId(), member.staffNo(), home.id(), home.code(), host.id(), host.code());
    }

    private Institution home(PracticeFacts facts, AgreementTerms terms) {
        return facts.appointments().stream()
                .filter(appointment ->
                        appointment.period().contains(terms.term().from()))
                .max(Comparator.comparing(Appointment::main).thenComparing(Appointment::ftePercent))
                .flatMap(appointment -> institutions.find(
                        Objects.requireNonNull(facts.member()).association(), appointment.institutionId()))
                .orElseThrow(() ->
                        Refusal.invalid("application.no-home", terms.term().from()));
    }
}
