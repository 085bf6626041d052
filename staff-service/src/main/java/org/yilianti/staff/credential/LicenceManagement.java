package org.yilianti.staff.credential;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.credential.Licence.Decision;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.member.Member;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;

/** Records licences and their renewals, one by one. */
@Service
public class LicenceManagement {

    private final LicenceRepository licences;
    private final LicencePolicies rules;
    private final MemberDirectory members;
    private final InstitutionDirectory institutions;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;

    LicenceManagement(
            LicenceRepository licences,
            LicencePolicies rules,
            MemberDirectory members,
            InstitutionDirectory institutions,
            Outbox outbox,
            AuditTrail audit,
            AssociationCalendar calendar,
            Clock clock) {
        this.licences = licences;
        this.rules = rules;
        this.members = members;
        this.institutions = institutions;
        this.outbox = outbox;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Records a licence of a member.
     *
     * @param renews the licence that it continues, if any; only then may it have the same number
     */
    @Transactional
    public Licence grant(Editor editor, MemberId holder, @Nullable LicenceId renews, Entry entry) {
        Member member = members.hold(editor.association(), Sight.of(editor.scope(), calendar.today()), holder)
                .filter(found -> !found.merged())
                .orElseThrow(() -> Refusal.invalid("unknown-member", holder).at("/memberId"));
        LicenceDetails details = LicenceDetails.read(entry);
        InstitutionId institution = institution(editor, entry, details);
        entry.refuseIfFaulty();
        editor.require(details.mainInstitutionCode());
        Licence renewed = renews == null ? null : renewed(editor, renews, member, details);
        rules.inForce(editor.association()).forEach(rule -> rule.objection(details, renewed, calendar.today())
                .ifPresent(entry::fault));
        entry.refuseIfFaulty();
        Licence namesake = licences.lockByNumber(editor.association(), List.of(details.number()))
                .get(details.number());
        if (namesake != null && (renewed == null || !namesake.id().equals(renewed.id()))) {
            throw Refusal.conflict("licence.exists", details.number()).at("/number");
        }
        Licence granted = Licence.granted(
                editor.association(), member.id(), institution, details, renews, Standing.ACTIVE, decision(editor));
        return written(editor, renews == null ? "licence.granted" : "licence.renewed", granted);
    }

    private Licence renewed(Editor editor, LicenceId id, Member member, LicenceDetails details) {
        Licence renewed = licences.lock(editor.association(), id)
                .orElseThrow(() -> Refusal.invalid("licence.unknown", id).at("/renewsId"));
        renewed.requireRenewableBy(member.id(), details);
        return renewed;
    }

    private InstitutionId institution(Editor editor, Entry entry, LicenceDetails details) {
        String code = details.mainInstitutionCode();
        InstitutionId id = institutions.ids(editor.association(), List.of(code)).get(code);
        if (id == null) {
            entry.fault("mainInstitutionCode", "unknown-institution", code);
            entry.refuseIfFaulty();
            throw new IllegalStateException();
        }
        return id;
    }

    private Decision decision(Editor editor) {
        return new Decision(clock.instant(), editor.name());
    }

    private Licence written(Editor editor, String action, Licence licence) {
        licences.write(List.of(licence));
        outbox.publish(licence.announcement());
        audit.record(licence.trace(editor, action));
        return licence;
    }
}
