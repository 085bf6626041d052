package org.yilianti.staff.training;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;

/** Takes courses from a file, a batch at a time in the import's transaction; what is new is temporary: standing is decided by a second person. */
@Component
public class ProgrammeIntake {

    private final ProgrammeRepository programmes;
    private final InstitutionDirectory institutions;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    ProgrammeIntake(
            ProgrammeRepository programmes,
            InstitutionDirectory institutions,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.programmes = programmes;
        this.institutions = institutions;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Records and revises, in the order of the file. */
    public Taken take(Editor editor, List<Entry> entries) {
        Map<String, Programme> known = held(editor, entries);
        Set<String> codes = new HashSet<>();
        entries.forEach(entry -> codes.add(entry.key("institutionCode")));
        Map<String, InstitutionId> places = institutions.ids(editor.association(), codes);
        List<Programme> recorded = new ArrayList<>();
        List<Programme> revised = new ArrayList<>();
        Taken taken = Taken.NOTHING;
        for (Entry entry : entries) {
            Programme before = known.get(key(entry));
            Programme.Details details = Programme.Details.read(entry, before != null && before.standing());
            String code = entry.text("institutionCode", 50);
            if (!code.isEmpty() && !places.containsKey(code)) {
                entry.fault("institutionCode", "unknown-institution", code);
            } else if (!code.isEmpty() && !editor.scope().permits(code)) {
                entry.fault("institutionCode", "outside-scope", code);
            }
            if (!entry.faulty()) {
                InstitutionRef place = new InstitutionRef(Objects.requireNonNull(places.get(code)), code);
                taken = taken.plus(taken(editor, before, place, details, recorded, revised));
            }
        }
        programmes.insert(recorded);
        programmes.update(revised);
        told(editor, "programme.recorded", recorded);
        told(editor, "programme.revised", revised);
        return taken;
    }

    private Taken taken(
            Editor editor,
            @Nullable Programme before,
            InstitutionRef place,
            Programme.Details details,
            List<Programme> recorded,
            List<Programme> revised) {
        if (before == null) {
            recorded.add(Programme.recorded(editor.association(), place, details, clock.instant(), editor.name()));
            return new Taken(1, 0, 0);
        }
        Programme next = before.revised(details);
        if (next.version() == before.version()) {
            return new Taken(0, 0, 1);
        }
        revised.add(next);
        return new Taken(0, 1, 0);
    }

    private void told(Editor editor, String action, List<Programme> changed) {
        outbox.publish(changed.stream().map(ProgrammeChanged::announcement).toList());
        audit.record(changed.stream()
                .map(programme -> editor.did(
                        action,
                        "training-programme",
                        programme.id(),
                        programme.institution().code(),
                        programme))
                .toList());
    }

    /** The courses that the entries name, locked. */
    private Map<String, Programme> held(Editor editor, List<Entry> entries) {
        Set<String> titles = new HashSet<>();
        entries.forEach(entry -> titles.add(entry.key("title")));
        Map<String, Programme> held = new HashMap<>();
        List<UUID> named = programmes.titled(editor.association(), titles).stream()
                .map(Programme::id)
                .toList();
        programmes
                .lockAll(editor.association(), named)
                .forEach(programme -> held.putIfAbsent(key(programme), programme));
        return held;
    }

    private static String key(Entry entry) {
        return entry.key("institutionCode") + "\n" + entry.key("title") + "\n" + entry.key("validFrom");
    }

    private static String key(Programme programme) {
        Programme.Details details = programme.details();
        return programme.institution().code() + "\n" + details.title() + "\n"
                + details.valid().from();
    }
}
