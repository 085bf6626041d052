package org.yilianti.staff.tenure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.policy.Policies;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionLocks;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.institution.Places;
import org.yilianti.staff.listing.TextKeys;
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
    private final InstitutionLocks locks;
    private final TextKeys texts;
    private final Policies policies;
    private final AssociationCalendar calendar;
    private final Clock clock;

    TenureIntake(
            TenureRepository tenures,
            TenureLedger ledger,
            MemberDirectory members,
            InstitutionDirectory institutions,
            InstitutionLocks locks,
            TextKeys texts,
            Policies policies,
            AssociationCalendar calendar,
            Clock clock) {
        this.tenures = tenures;
        this.ledger = ledger;
        this.members = members;
        this.institutions = institutions;
        this.locks = locks;
        this.texts = texts;
        this.policies = policies;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Records and aims in the order of the file. */
    public Taken take(Editor editor, List<Entry> entries) {
        TenureRules rules = policies.inForce(editor.association(), TenureRules.class, calendar.today());
        Sight everybody = Sight.of(InstitutionScope.ALL, calendar.today());
        Map<String, MemberId> people = members.hold(editor.association(), everybody, keys(entries, "staffNo"));
        Places places = institutions.named(editor, entries, "institutionCode");
        TenureBatch batch = batch(editor, rules, entries, people, places);
        for (Entry entry : entries) {
            row(editor, rules, entry, people, places).ifPresent(batch::take);
        }
        tenures.insert(batch.recorded());
        tenures.update(batch.aimed());
        told(editor, "tenure.recorded", batch.recorded());
        told(editor, "tenure.targets-changed", batch.aimed());
        return batch.taken();
    }

    private TenureBatch batch(
            Editor editor, TenureRules rules, List<Entry> entries, Map<String, MemberId> people, Places places) {
        locks.hold(places.byCode().values());
        Map<UUID, Tenure> known = new HashMap<>();
        tenures.at(places.byCode().values()).forEach(tenure -> known.put(tenure.id(), tenure));
        tenures.ofMembers(editor.association(), people.values()).forEach(tenure -> known.put(tenure.id(), tenure));
        Set<String> posts = keys(entries, "post");
        known.values().forEach(tenure -> posts.add(tenure.post()));
        return new TenureBatch(editor, rules, texts.of(posts), known.values(), clock.instant());
    }

    /** A row that is sound by itself; else it gets its faults. */
    private static Optional<TenureBatch.Row> row(
            Editor editor, TenureRules rules, Entry entry, Map<String, MemberId> people, Places places) {
        Optional<InstitutionRef> place = places.own(entry, "institutionCode");
        String post = entry.text("post", 100);
        LocalDate from = entry.date("termFrom");
        Selection selection = Selection.read(entry, from, rules.noticeDays());
        Targets targets = TargetCell.read(entry);
        String staffNo = entry.text("staffNo", 50);
        MemberId member = people.get(staffNo);
        if (!staffNo.isEmpty() && member == null) {
            entry.fault("staffNo", "unknown-member", staffNo);
        }
        return entry.faulty() || member == null || place.isEmpty()
                ? Optional.empty()
                : Optional.of(new TenureBatch.Row(
                        entry,
                        new Tenure.Director(editor.association(), place.get(), member, post),
                        from,
                        selection,
                        targets));
    }

    private void told(Editor editor, String action, List<Tenure> changed) {
        ledger.told(
                changed,
                changed.stream()
                        .map(tenure -> TenureLedger.trace(editor, action, tenure, tenure))
                        .toList());
    }

    private static Set<String> keys(List<Entry> entries, String field) {
        return entries.stream().map(entry -> entry.key(field)).collect(Collectors.toCollection(HashSet::new));
    }
}
