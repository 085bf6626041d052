package org.yilianti.staff.credential;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.credential.Licence.Decision;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;

/** Takes licences from a file, a batch at a time in the import's transaction. */
@Component
public class LicenceIntake {

    private final LicenceRepository licences;
    private final MemberDirectory members;
    private final InstitutionDirectory institutions;
    private final Outbox outbox;
    private final AssociationCalendar calendar;
    private final Clock clock;

    LicenceIntake(
            LicenceRepository licences,
            MemberDirectory members,
            InstitutionDirectory institutions,
            Outbox outbox,
            AssociationCalendar calendar,
            Clock clock) {
        this.licences = licences;
        this.members = members;
        this.institutions = institutions;
        this.outbox = outbox;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What the entries of a batch refer to. */
    private record Known(
            Map<String, Licence> licences, Map<String, MemberId> holders, Map<String, InstitutionId> institutions) {}

    public Taken take(Editor editor, List<Entry> entries) {
        Known known = new Known(
                licences.lockByNumber(editor.association(), keys(entries, "number")),
                members.ids(editor.association(), Sight.of(editor.scope(), calendar.today()), keys(entries, "staffNo")),
                institutions.ids(editor.association(), keys(entries, "mainInstitutionCode")));
        Decision decision = new Decision(clock.instant(), editor.name());
        List<Licence> written = new ArrayList<>(entries.size());
        Taken taken = Taken.NOTHING;
        for (Entry entry : entries) {
            Licence before = known.licences().get(entry.key("number"));
            Licence next = judged(editor, entry, known, before, decision);
            if (next == null) {
                continue;
            }
            boolean unchanged = before != null && next.version() == before.version();
            if (!unchanged) {
                written.add(next);
            }
            taken = taken.plus(
                    new Taken(before == null ? 1 : 0, before == null || unchanged ? 0 : 1, unchanged ? 1 : 0));
        }
        licences.write(written);
        outbox.publish(written.stream().map(Licence::announcement).toList());
        return taken;
    }

    /** The licence as the entry tells it; null when the entry has faults. */
    private static @Nullable Licence judged(
            Editor editor, Entry entry, Known known, @Nullable Licence before, Decision decision) {
        LicenceDetails details = LicenceDetails.read(entry);
        Standing standing = Standing.read(entry, details.valid().from());
        String staffNo = entry.text("staffNo", 50);
        MemberId holder = known.holders().get(staffNo);
        InstitutionId institution = known.institutions().get(details.mainInstitutionCode());
        if (!staffNo.isEmpty() && holder == null) {
            entry.fault("staffNo", "unknown-member", staffNo);
        }
        if (!details.mainInstitutionCode().isEmpty() && institution == null) {
            entry.fault("mainInstitutionCode", "unknown-institution", details.mainInstitutionCode());
        } else if (!editor.scope().permits(details.mainInstitutionCode())) {
            entry.fault("mainInstitutionCode", "outside-scope", details.mainInstitutionCode());
        }
        if (before != null) {
            judgeChange(editor, entry, before, holder, standing);
        }
        if (entry.faulty() || holder == null || institution == null) {
            return null;
        }
        return before == null
                ? Licence.granted(editor.association(), holder, institution, details, null, standing, decision)
                : before.retold(institution, details, standing, decision);
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
