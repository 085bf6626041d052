package org.yilianti.platform.policy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.policy.PolicyVersion.Standing;
import org.yilianti.platform.problem.Refusal;
import tools.jackson.databind.JsonNode;

/** Proposals for policies and their decisions by a second person. */
class PolicyManagement {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private final Policies policies;
    private final PolicySettings settings;
    private final PolicyVersions versions;
    private final AuditTrail audit;
    private final Clock clock;

    PolicyManagement(
            Policies policies, PolicySettings settings, PolicyVersions versions, AuditTrail audit, Clock clock) {
        this.policies = policies;
        this.settings = settings;
        this.versions = versions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps a proposal; it changes nothing until somebody else approves it. */
    @Transactional
    public PolicyVersion propose(Caller caller, String name, LocalDate validFrom, JsonNode values, String reason) {
        Policy<?> policy = policies.named(name).orElseThrow(() -> Refusal.notFound("policy.unknown", name));
        if (validFrom.isBefore(EARLIEST) || validFrom.isAfter(LATEST)) {
            throw Refusal.invalid("policy.day-unfit", EARLIEST.toString(), LATEST.toString())
                    .at("/validFrom");
        }
        PolicyVersion proposal = new PolicyVersion(
                Ids.next(),
                name,
                null,
                validFrom,
                settings.accepted(policy, values),
                reason,
                Standing.PROPOSED,
                clock.instant(),
                caller.name(),
                null,
                null,
                null);
        versions.add(caller.association(), proposal);
        record(caller, "policy.proposed", proposal, reason);
        return proposal;
    }

    /** Approves (it becomes the next version) or refuses a proposal of somebody else, once. */
    @Transactional
    public PolicyVersion decide(Caller caller, UUID id, boolean approved, @Nullable String reason) {
        PolicyVersion proposal = versions.lock(caller.association(), id)
                .orElseThrow(() -> Refusal.notFound("policy.proposal-unknown", id));
        if (proposal.standing() != Standing.PROPOSED) {
            throw Refusal.conflict("policy.decided", String.valueOf(proposal.decidedBy()));
        }
        if (proposal.proposedBy().equals(caller.name())) {
            throw Refusal.forbidden("policy.own-proposal");
        }
        Integer number = approved ? versions.lastVersion(caller.association(), proposal.name()) + 1 : null;
        Standing standing = approved ? Standing.APPROVED : Standing.REFUSED;
        versions.decide(id, standing, number, clock.instant(), caller.name(), reason);
        record(caller, approved ? "policy.approved" : "policy.refused", proposal, reason);
        return versions.find(caller.association(), id).orElseThrow();
    }

    private void record(Caller caller, String action, PolicyVersion proposal, @Nullable String reason) {
        Map<String, Object> detail = Map.of(
                "proposal", proposal.id(),
                "validFrom", proposal.validFrom(),
                "settings", settings.shown(proposal.settings()),
                "reason", reason == null ? "" : reason);
        audit.record(AuditRecord.of(caller, action, "policy", proposal.name(), null, detail));
    }
}
