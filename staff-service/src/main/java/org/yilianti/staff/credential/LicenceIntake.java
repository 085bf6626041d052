package org.yilianti.staff.credential;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.credential.Licence.Decision;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.entry.Turn;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;

/** Takes licences from a file, a batch at a time in the import's transaction. */
@Component
public class LicenceIntake {

    private final LicenceRepository licences;
    private final SanctionRepository sanctions;
    private final LicencePolicies policies;
    private final MemberDirectory members;
    private final InstitutionDirectory institutions;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;

    LicenceIntake(
            LicenceRepository licences,
            SanctionRepository sanctions,
            LicencePolicies policies,
            MemberDirectory members,
            InstitutionDirectory institutions,
            Outbox outbox,
            AuditTrail audit,
            AssociationCalendar calendar,
            Clock clock) {
        this.licences = licences;
        this.sanctions = sanctions;
        this.policies = policies;
        this.members = members;
        this.institutions = institutions;
        this.outbox = outbox;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What the entries of a batch refer to. */
    private record Known(
            Map<String, Licence> licences,
            Map<LicenceId, Sanctions> sanctions,
            Map<String, MemberId> holders,
            Map<String, InstitutionId> institutions,
            List<LicenceRule> rules,
            LocalDate today) {

        void judge(LicenceDetails details, Entry entry) {
            rules.forEach(rule -> rule.objection(details, null, today).ifPresent(entry::fault));
        }

        Sanctions of(@Nullable Licence licence) {
            return licence == null ? Sanctions.NONE : sanctions.getOrDefault(licence.id(), Sanctions.NONE);
        }
    }

    /** A licence as its entry tells it, and why it stands so. */
    private record Told(Licence licence, Sanctions sanctions) {}

    public Taken take(Editor editor, List<Entry> entries, Turn turn) {
        Known known = known(editor, entries, turn);
        Decision decision = new Decision(clock.instant(), editor.name());
        List<Licence> written = new ArrayList<>(entries.size());
        List<SanctionRepository.Change> sanctioned = new ArrayList<>();
        List<AuditRecord> traces = new ArrayList<>();
        Taken taken = Taken.NOTHING;
        for (Entry entry : entries) {
            Licence before = known.licences().get(entry.key("number"));
            Told told = judged(editor, entry, known, before, decision);
            if (told == null) {
                continue;
            }
            boolean unchanged = before != null && told.licence().version() == before.version();
            if (!unchanged) {
                written.add(told.licence());
                sanctioned.add(new SanctionRepository.Change(told.licence().id(), known.of(before), told.sanctions()));
                if (before != null || told.licence().standing().status() != LicenceStatus.ACTIVE) {
                    traces.add(told.licence().trace(editor, action(before, told.licence())));
                }
            }
            taken = taken.plus(
                    new Taken(before == null ? 1 : 0, before == null || unchanged ? 0 : 1, unchanged ? 1 : 0));
        }
        turn.judged();
        sanctions.write(editor.association(), sanctioned);
        licences.write(written);
        outbox.publish(written.stream().map(Licence::announcement).toList());
        audit.record(traces);
        return taken;
    }

    /** What a row decided; a file lifts nothing. */
    private static String action(@Nullable Licence before, Licence told) {
        LicenceStatus status = told.standing().status();
        boolean same = before != null && before.standing().equals(told.standing());
        return same || status == LicenceStatus.ACTIVE ? "licence.corrected" : "licence." + status.code();
    }

    /**
     * People are locked before their licences, as a merger does; licences only in turn, for a new version of one may wait for whoever holds the
     * next number.
     */
    private Known known(Editor editor, List<Entry> entries, Turn turn) {
        Sight sight = Sight.of(editor.scope(), calendar.today());
        Map<String, MemberId> holders = members.hold(editor.association(), sight, keys(entries, "staffNo"));
        Set<String> numbers = keys(entries, "number");
        Map<String, Licence> known = Map.of();
        if (licences.anyOf(editor.association(), numbers)) {
            turn.await();
            known = licences.lockByNumber(editor.association(), numbers);
        }
        return new Known(
                known,
                sanctions.of(known.values().stream().map(Licence::id).toList()),
                holders,
                institutions.ids(editor.association(), keys(entries, "mainInstitutionCode")),
                policies.inForce(editor.association()),
                calendar.today());
    }

    /** The licence as the entry tells it; null when the entry has faults. */
    private static @Nullable Told judged(
            Editor editor, Entry entry, Known known, @Nullable Licence before, Decision decision) {
        LicenceDetails details = LicenceDetails.read(entry);
        Standing entered = Standing.read(entry, details.valid().from());
        String staffNo = entry.text("staffNo", 50);
        MemberId holder = known.holders().get(staffNo);
        InstitutionId institution = known.institutions().get(details.mainInstitutionCode());
        if (!staffNo.isEmpty() && holder == null) {
            entry.fault("staffNo", "unknown-member", staffNo);
        }
        judgePlace(editor, entry, details.mainInstitutionCode(), institution);
        if (before != null) {
            judgeChange(editor, entry, before, holder, entered);
        }
        if (!entry.faulty()) {
            known.judge(details, entry);
        }
        if (entry.faulty() || holder == null || institution == null) {
            return null;
        }
        Sanctions told = known.of(before).told(entered, decision);
        if (before == null) {
            return new Told(
                    Licence.granted(editor.association(), holder, institution, details, null, entered, decision), told);
        }
        Standing stands = told.equals(known.of(before)) ? before.standing() : told.standing();
        return new Told(before.retold(institution, details, stands, decision), told);
    }

    private static void judgePlace(Editor editor, Entry entry, String code, @Nullable InstitutionId institution) {
        if (!code.isEmpty() && institution == null) {
            entry.fault("mainInstitutionCode", "unknown-institution", code);
        } else if (!editor.scope().permits(code)) {
            entry.fault("mainInstitutionCode", "outside-scope", code);
        }
    }

    private static void judgeChange(
            Editor editor, Entry entry, Licence before, @Nullable MemberId holder, Standing standing) {
        if (holder != null && !before.member().equals(holder)) {
            entry.fault("staffNo", "other-member", before.details().number());
        }
        if (!editor.scope().permits(before.details().mainInstitutionCode())) {
            entry.fault("number", "outside-scope", before.details().mainInstitutionCode());
        }
        before.standing().objectionToFile(standing).ifPresent(entry::fault);
    }

    private static Set<String> keys(List<Entry> entries, String field) {
        Set<String> keys = new HashSet<>();
        entries.forEach(entry -> keys.add(entry.key(field)));
        return keys;
    }
}
