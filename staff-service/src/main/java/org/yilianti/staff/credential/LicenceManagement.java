package org.yilianti.staff.credential;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
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

/** Records licences and decides on them, one by one. */
@Service
public class LicenceManagement {

    private final LicenceRepository licences;
    private final MemberDirectory members;
    private final InstitutionDirectory institutions;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;

    LicenceManagement(
            LicenceRepository licences,
            MemberDirectory members,
            InstitutionDirectory institutions,
            Outbox outbox,
            AuditTrail audit,
            AssociationCalendar calendar,
            Clock clock) {
        this.licences = licences;
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
        Member member = members.find(editor.association(), Sight.of(editor.scope(), calendar.today()), holder)
                .orElseThrow(() -> Refusal.invalid("unknown-member", holder).at("/memberId"));
        LicenceDetails details = LicenceDetails.read(entry);
        Standing standing = Standing.read(entry, details.valid().from());
        InstitutionId institution = institution(editor, entry, details);
        entry.refuseIfFaulty();
        editor.require(details.mainInstitutionCode());
        Licence renewed = renews == null ? null : renewed(editor, renews, member, details);
        Licence namesake = licences.lockByNumber(editor.association(), List.of(details.number()))
                .get(details.number());
        if (namesake != null && (renewed == null || !namesake.id().equals(renewed.id()))) {
            throw Refusal.conflict("licence.exists", details.number()).at("/number");
        }
        Licence granted = Licence.granted(
                editor.association(), member.id(), institution, details, renews, standing, decision(editor));
        return written(editor, renews == null ? "licence.granted" : "licence.renewed", granted);
    }

    @Transactional
    public Licence suspend(Editor editor, LicenceId id, Entry entry) {
        LocalDate from = entry.date("from");
        LocalDate to = entry.optionalDate("to");
        String reason = entry.text("reason", 500);
        if (!entry.faulty() && to != null && !to.isAfter(from)) {
            entry.fault("to", "period-inverted", from, to);
        }
        return decide(
                editor,
                id,
                entry,
                "licence.suspended",
                (licence, decision) -> licence.suspended(from, to, reason, decision));
    }

    /** Lifts a suspension, from today unless the entry names a day. */
    @Transactional
    public Licence resume(Editor editor, LicenceId id, Entry entry) {
        LocalDate named = entry.optionalDate("from");
        LocalDate from = named == null ? calendar.today() : named;
        String reason = entry.text("reason", 500);
        return decide(
                editor, id, entry, "licence.resumed", (licence, decision) -> licence.resumed(from, reason, decision));
    }

    @Transactional
    public Licence revoke(Editor editor, LicenceId id, Entry entry) {
        LocalDate from = entry.date("from");
        String reason = entry.text("reason", 500);
        return decide(
                editor, id, entry, "licence.revoked", (licence, decision) -> licence.revoked(from, reason, decision));
    }

    private Licence decide(
            Editor editor, LicenceId id, Entry entry, String action, BiFunction<Licence, Decision, Licence> verb) {
        Licence licence = licences.lock(editor.association(), id)
                .filter(known -> editor.scope().permits(known.details().mainInstitutionCode()))
                .orElseThrow(() -> Refusal.notFound("licence.unknown", id));
        entry.refuseIfFaulty();
        return written(editor, action, verb.apply(licence, decision(editor)));
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
        UUID subject = licence.id().value();
        audit.record(editor.did(
                action, "licence", subject, licence.details().mainInstitutionCode(), LicenceChanged.of(licence)));
        return licence;
    }
}
