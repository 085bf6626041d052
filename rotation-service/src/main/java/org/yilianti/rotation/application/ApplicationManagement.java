package org.yilianti.rotation.application;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.agreement.AgreementManagement;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.directory.Appointment;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.practice.LawfulPractice;
import org.yilianti.rotation.practice.PracticeFacts;

/** Takes applications through their life; each step with its history row and audit row in one transaction. */
@Component
@Transactional
public class ApplicationManagement {

    private static final Role[] SEEING = {Role.REGISTRAR, Role.HR_OFFICER};

    private final PracticeApplications applications;
    private final EligibilityRules eligibility;
    private final LawfulPractice practice;
    private final AgreementManagement agreements;
    private final Institutions institutions;
    private final Members members;
    private final Sights sights;
    private final AuditTrail audit;
    private final Clock clock;

    ApplicationManagement(
            PracticeApplications applications,
            EligibilityRules eligibility,
            LawfulPractice practice,
            AgreementManagement agreements,
            Institutions institutions,
            Members members,
            Sights sights,
            AuditTrail audit,
            Clock clock) {
        this.applications = applications;
        this.eligibility = eligibility;
        this.practice = practice;
        this.agreements = agreements;
        this.institutions = institutions;
        this.members = members;
        this.sights = sights;
        this.audit = audit;
        this.clock = clock;
    }

    /** Submits an application for a member, by the member or by an HR officer of the home institution. */
    public PracticeApplication submit(Caller caller, UUID memberId, UUID hostId, AgreementTerms terms) {
        UUID association = caller.association();
        members.lock(association, Set.of(memberId));
        PracticeFacts facts =
                practice.facts(association, List.of(memberId)).getOrDefault(memberId, PracticeFacts.UNKNOWN);
        Member member = facts.member();
        if (member == null) {
            throw Refusal.invalid("member.unknown", memberId).at("/memberId");
        }
        Institution host = institutions.find(association, hostId).orElseThrow(() -> Refusal.invalid(
                        "institution.unknown", hostId)
                .at("/hostInstitutionId"));
        Institution home = home(facts, terms);
        boolean own = caller.has(Role.STAFF) && member.staffNo().equals(caller.staffNo());
        if (!own && !caller.scope(Role.HR_OFFICER).permits(home.code())) {
            throw Refusal.forbidden("access.institution", home.code());
        }
        var parties =
                new ApplicationParties(memberId, member.staffNo(), home.id(), home.code(), host.id(), host.code());
        var submitted = PracticeApplication.submitted(
                association,
                parties,
                terms,
                eligibility.reasons(new Candidate(parties, terms, facts)),
                caller.name(),
                clock.instant());
        applications.insert(submitted);
        record(caller, submitted);
        return submitted;
    }

    public PracticeApplication consent(Caller caller, UUID id, @Nullable String note) {
        return step(caller, id, (application, by) -> application.consent(by, note));
    }

    public PracticeApplication accept(Caller caller, UUID id, @Nullable String note) {
        return step(caller, id, (application, by) -> application.accept(by, note));
    }

    /** Files and so brings the agreement into force; what has become unlawful since the submission is not filed. */
    public PracticeApplication file(Caller caller, UUID id, @Nullable String note) {
        PracticeApplication filed = step(caller, id, (application, by) -> application.file(by, note));
        ApplicationParties parties = filed.parties();
        members.lock(filed.association(), Set.of(parties.memberId()));
        PracticeFacts facts = practice.facts(filed.association(), List.of(parties.memberId()))
                .getOrDefault(parties.memberId(), PracticeFacts.UNKNOWN);
        eligibility.reasons(new Candidate(parties, filed.terms(), facts)).stream()
                .findFirst()
                .ifPresent(reason -> {
                    throw Refusal.conflict("application.no-longer-eligible", reason.code());
                });
        agreements.conclude(caller, filed.agreement(), parties.hostCode());
        return filed;
    }

    public PracticeApplication refuse(Caller caller, UUID id, String reason) {
        return step(caller, id, (application, by) -> application.refuse(by, reason));
    }

    public PracticeApplication withdraw(Caller caller, UUID id, String reason) {
        return step(caller, id, (application, by) -> application.withdraw(by, reason));
    }

    private PracticeApplication step(
            Caller caller, UUID id, BiFunction<PracticeApplication, Decider, PracticeApplication> verb) {
        PracticeApplication found = applications
                .find(sights.of(caller, SEEING), id)
                .orElseThrow(() -> Refusal.notFound("application.unknown", id));
        PracticeApplication changed = verb.apply(found, Decider.of(caller, clock.instant()));
        applications.update(changed);
        record(caller, changed);
        return changed;
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

    private void record(Caller caller, PracticeApplication application) {
        audit.record(AuditRecord.of(
                caller,
                "practice-application." + application.state().code(),
                "practice-application",
                application.id(),
                application.parties().homeCode(),
                Map.of(
                        "host", application.parties().hostCode(),
                        "reasons",
                                application.reasons().stream()
                                        .map(ApplicationReason::code)
                                        .toList())));
    }
}
