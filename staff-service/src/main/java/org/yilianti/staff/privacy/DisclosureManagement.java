package org.yilianti.staff.privacy;

import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.member.MemberId;

/** Lets personal numbers be read on purpose, and keeps that it did before anybody reads. */
@Service
public class DisclosureManagement {

    private final DisclosureRepository disclosures;
    private final PrivacyPolicies policies;
    private final AuditTrail audit;
    private final Clock clock;

    DisclosureManagement(DisclosureRepository disclosures, PrivacyPolicies policies, AuditTrail audit, Clock clock) {
        this.disclosures = disclosures;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the audit trail keeps of it. */
    record Trace(List<PersonalField> fields, String reason) {}

    /**
     * Opens these fields to the editor for a while; refuses (429) more than the association allows one person in an hour.
     *
     * @param member whom the editor sees
     */
    @Transactional
    public Disclosure disclose(Editor to, MemberId member, List<PersonalField> fields, String reason) {
        Disclosure disclosure = Disclosure.of(to.association(), member, fields, reason, clock.instant(), to.name());
        int most = policies.limits(to.association()).perHour();
        if (disclosures.spend(to.association(), to.name(), disclosure.at()) > most) {
            throw Refusal.of(HttpStatus.TOO_MANY_REQUESTS, "disclosure.too-many", most);
        }
        disclosures.insert(disclosure);
        audit.record(to.did("member.disclosed", "member", member, null, new Trace(fields, reason)));
        return disclosure;
    }
}
