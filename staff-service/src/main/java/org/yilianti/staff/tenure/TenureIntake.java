package org.yilianti.staff.tenure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.institution.Places;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.tenure.Tenure.Selection;

/**
 * Takes who was selected and what they are to reach from a file, a batch at a time in the import's transaction; that the targets stand is
 * somebody else's decision, never a file's. Locks people, then institutions, by their ids.
 */
@Component
public class TenureIntake {

    private final TenureRepository tenures;
    private final TenureLedger ledger;
    private final MemberDirectory members;
    private final InstitutionDirectory institutions;
    private final Policies policies;
    private final AssociationCalendar calendar;
    private final Clock clock;

    TenureIntake(
            TenureRepository tenures,
            TenureLedger ledger,
            MemberDirectory members,
            InstitutionDirectory institutions,
            Policies policies,
            AssociationCalendar calendar,
            Clock clock) {
        this.tenures = tenures;
        this.ledger = ledger;
        this.members = members;
        this.institutions = institutions;
        this.policies = policies;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What the entries of a batch refer to. */
    private record Known(Map<String, MemberId> people, Places places, Map<String, Tenure> tenures) {}

    /** What one row says. */
    private record Told(Tenure.Director director, LocalDate from, Selection selection, Targets targets) {}

    public Taken take(Editor editor, List<Entry> entries) {
        Known known = known(editor, entries);
        TenureRules rules = policies.inForce(editor.association(), TenureRules.class, calendar.today());
        Taken taken = Taken.NOTHING;
        for (Entry entry : entries) {
            Optional<InstitutionRef> place = known.places().own(entry, "institutionCode");
            String post = entry.text("post", 100);
            LocalDate from = entry.date("termFrom");
            Selection selection = Selection.read(entry, from, rules.noticeDays());
            Targets targets = TargetCell.read(entry);
            MemberId member = known.people().get(entry.text("staffNo", 50));
            if (!entry.key("staffNo").isEmpty() && member == null) {
                entry.fault("staffNo", "unknown-member", entry.key("staffNo"));
            }
            if (!entry.faulty() && member != null && place.isPresent()) {
                Tenure.Director director = new Tenure.Director(editor.association(), place.get(), member, post);
                Tenure before = known.tenures().get(key(place.get().code(), post, from.toString()));
                Told told = new Told(director, from, selection, targets);
                taken = taken.plus(
                        before == null ? recorded(editor, entry, told, rules) : aimed(editor, entry, before, told));
            }
        }
        return taken;
    }

    private Taken recorded(Editor editor, Entry entry, Told told, TenureRules rules) {
        Tenure.Director director = told.director();
        DatePeriod term = new DatePeriod(told.from(), told.from().plusYears(rules.termYears()));
        try {
            ledger.judge(director.institution(), director.post(), director.member(), term);
        } catch (Refusal refusal) {
            boolean person =
                    refusal.violations().stream().map(Violation::pointer).anyMatch("/memberId"::equals);
            entry.fault(person ? "staffNo" : "post", refusal.code(), refusal.args());
            return Taken.NOTHING;
        }
        Tenure tenure =
                Tenure.recorded(director, term, told.selection(), told.targets(), clock.instant(), editor.name());
        tenures.insert(tenure);
        ledger.told(editor, "tenure.recorded", tenure, tenure);
        return new Taken(1, 0, 0);
    }

    /** Only targets that nobody has agreed to change by a file. */
    private Taken aimed(Editor editor, Entry entry, Tenure before, Told told) {
        boolean same = before.member().equals(told.director().member())
                && before.selection().equals(told.selection());
        if (same && before.targets().equals(told.targets())) {
            return new Taken(0, 0, 1);
        }
        if (!same || before.agreement() != null) {
            entry.fault("post", "tenure-differs", before.post(), told.from());
            return Taken.NOTHING;
        }
        Tenure aiming = before.aiming(told.targets(), clock.instant(), editor.name());
        tenures.update(aiming);
        ledger.told(editor, "tenure.targets-changed", aiming, aiming);
        return new Taken(0, 1, 0);
    }

    private Known known(Editor editor, List<Entry> entries) {
        Set<String> staffNos = new HashSet<>();
        entries.forEach(entry -> staffNos.add(entry.key("staffNo")));
        Sight everybody = Sight.of(InstitutionScope.ALL, calendar.today());
        Map<String, MemberId> people = members.hold(editor.association(), everybody, staffNos);
        Places places = institutions.named(editor, entries, "institutionCode");
        Map<String, Tenure> standing = new HashMap<>();
        places.byCode().values().stream()
                .sorted(Comparator.comparing(Objects::toString))
                .forEach(place -> {
                    tenures.holdPosts(place);
                    tenures.standing(place)
                            .forEach(tenure -> standing.put(
                                    key(
                                            tenure.institution().code(),
                                            tenure.post(),
                                            tenure.term().from().toString()),
                                    tenure));
                });
        return new Known(people, places, standing);
    }

    private static String key(String institution, String post, String from) {
        return institution + "\n" + post + "\n" + from;
    }
}
