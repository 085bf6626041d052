package org.yilianti.rotation.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Sights;

/** Sets programmes up, plans their postings, closes them. */
@Component
@Transactional
public class ProgrammeManagement {

    static final Role[] OFFICE = {Role.HR_OFFICER, Role.ASSOCIATION_ADMIN};

    private final RotationProgrammes programmes;
    private final BlockPlans plans;
    private final PostingManagement postings;
    private final Institutions institutions;
    private final Sights sights;
    private final Policies policies;
    private final AuditTrail audit;
    private final Clock clock;

    ProgrammeManagement(
            RotationProgrammes programmes,
            BlockPlans plans,
            PostingManagement postings,
            Institutions institutions,
            Sights sights,
            Policies policies,
            AuditTrail audit,
            Clock clock) {
        this.programmes = programmes;
        this.plans = plans;
        this.postings = postings;
        this.institutions = institutions;
        this.sights = sights;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sets a programme up; the caller must act for every institution in it. */
    public RotationProgramme make(Caller caller, String name, ProgrammeKind kind, ProgrammeTerms terms) {
        UUID association = caller.association();
        Map<UUID, Institution> known = institutions.byId(association, terms.institutions());
        for (UUID id : terms.institutions()) {
            Institution institution = known.get(id);
            if (institution == null) {
                throw Refusal.invalid("institution.unknown", id);
            }
            caller.require(institution.code(), OFFICE);
        }
        int longest = policies.inForce(
                        association,
                        PostingPolicy.class,
                        terms.blocks().getFirst().from())
                .longestMonths();
        if (terms.blockMonths() > longest) {
            throw Refusal.invalid("programme.too-long", terms.blockMonths(), longest)
                    .at("/blockMonths");
        }
        List<Violation> violations = contradictions(terms);
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        RotationProgramme made = RotationProgramme.made(association, name, kind, terms);
        programmes.insert(made, caller.name(), clock.instant());
        record(caller, made, "made");
        return made;
    }

    public RotationProgramme close(Caller caller, UUID id, @Nullable ExpectedVersion expected) {
        RotationProgramme open = lock(caller, id);
        ExpectedVersion.checkIfSent(expected, open.version());
        RotationProgramme closed = open.close();
        programmes.update(closed);
        record(caller, closed, "closed");
        return closed;
    }

    /** Proposes who goes where in the block that begins on this day, beside what stands already. */
    public PlannedBlock plan(Caller caller, UUID id, LocalDate from) {
        RotationProgramme programme = lock(caller, id);
        programme.requireOpen();
        var days = programme.terms().blocks().stream()
                .filter(block -> block.from().equals(from))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("programme.no-block", from).at("/from"));
        var plan = plans.of(programme, days);
        List<RotationPosting> proposed = new ArrayList<>();
        for (BlockPlanner.Assigned one : plan.assigned()) {
            UUID host = programme.terms().places().get(one.place()).institutionId();
            RotationPosting posting =
                    RotationPosting.proposed(programme, one.member(), one.home(), host, days, caller.name());
            postings.keep(caller, posting, programme);
            proposed.add(posting);
        }
        record(caller, programme, "planned");
        return new PlannedBlock(
                proposed,
                plan.vacancies().stream()
                        .map(one -> new EmptyPlace(one.place(), one.posts(), one.reasons()))
                        .toList(),
                plan.missedQuotas());
    }

    /** What planning a block gave. */
    public record PlannedBlock(
            List<RotationPosting> proposed, List<EmptyPlace> vacancies, Map<String, Integer> missedQuotas) {}

    /** Posts without anybody at the place of this position, and how many people each reason keeps from it. */
    public record EmptyPlace(int place, int posts, Map<String, Integer> reasons) {}

    private RotationProgramme lock(Caller caller, UUID id) {
        if (programmes.find(sights.inScope(caller, OFFICE), id).isEmpty()) {
            throw Refusal.notFound("programme.unknown", id);
        }
        RotationProgramme programme = programmes.lock(caller.association(), id).orElseThrow();
        institutions
                .byId(caller.association(), programme.terms().institutions())
                .values()
                .forEach(one -> caller.require(one.code(), OFFICE));
        return programme;
    }

    private static List<Violation> contradictions(ProgrammeTerms terms) {
        List<Violation> violations = new ArrayList<>();
        if (terms.months() % terms.blockMonths() != 0) {
            violations.add(new Violation("/months", "programme.odd-months", terms.months(), terms.blockMonths()));
        }
        Set<Object> seen = new HashSet<>();
        for (int index = 0; index < terms.sources().size(); index++) {
            if (!seen.add(terms.sources().get(index).institutionId())) {
                violations.add(new Violation("/sources/" + index, "programme.source-twice"));
            }
        }
        for (int index = 0; index < terms.quotas().size(); index++) {
            var quota = terms.quotas().get(index);
            if (quota.least() > quota.most()) {
                violations.add(
                        new Violation("/quotas/" + index, "programme.quota-inverted", quota.least(), quota.most()));
            }
            if (!seen.add(quota.tier())) {
                violations.add(new Violation("/quotas/" + index, "programme.tier-twice", quota.tier()));
            }
        }
        int least =
                terms.quotas().stream().mapToInt(ProgrammeTerms.Quota::least).sum();
        int posts =
                terms.places().stream().mapToInt(ProgrammeTerms.Place::posts).sum();
        if (least > posts) {
            violations.add(new Violation("/quotas", "programme.quotas-exceed-posts", least, posts));
        }
        return violations;
    }

    private void record(Caller caller, RotationProgramme programme, String verb) {
        audit.record(AuditRecord.of(
                caller,
                "rotation-programme." + verb,
                "rotation-programme",
                programme.id(),
                null,
                Map.of(
                        "kind",
                        programme.kind().code(),
                        "from",
                        programme.terms().from(),
                        "places",
                        Objects.requireNonNull(programme.terms().places()).size())));
    }
}
