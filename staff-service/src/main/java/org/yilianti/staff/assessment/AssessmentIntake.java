package org.yilianti.staff.assessment;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;
import org.yilianti.staff.assessment.Assessment.Outcome;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.credential.Licence;
import org.yilianti.staff.credential.LicenceDirectory;
import org.yilianti.staff.credential.LicenceId;
import org.yilianti.staff.credential.SanctionManagement;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;

/**
 * Takes results of assessments from a file, a batch at a time in the import's transaction, in the order of the file: a failed one comes
 * before its repeat.
 */
@Component
public class AssessmentIntake {

    private final AssessmentRepository assessments;
    private final AssessmentRegister register;
    private final SanctionManagement sanctions;
    private final LicenceDirectory licences;
    private final AssociationCalendar calendar;

    AssessmentIntake(
            AssessmentRepository assessments,
            AssessmentRegister register,
            SanctionManagement sanctions,
            LicenceDirectory licences,
            AssociationCalendar calendar) {
        this.assessments = assessments;
        this.register = register;
        this.sanctions = sanctions;
        this.licences = licences;
        this.calendar = calendar;
    }

    /** Takes each result once; one that is known otherwise is a fault, since results are annulled, never changed. */
    public Taken take(Editor editor, List<Entry> entries) {
        Map<String, Licence> known = held(editor, entries);
        Taken taken = Taken.NOTHING;
        for (Entry entry : entries) {
            Outcome outcome = Outcome.read(entry, calendar.today());
            String number = entry.text("licenceNumber", 50);
            Licence licence = known.get(number);
            if (licence == null && !number.isEmpty()) {
                entry.fault("licenceNumber", "licence.unknown", number);
            }
            if (!entry.faulty() && licence != null) {
                taken = taken.plus(taken(editor, entry, sanctions.hold(editor, licence.id()), outcome));
            }
        }
        return taken;
    }

    private Taken taken(Editor editor, Entry entry, Licence licence, Outcome outcome) {
        Optional<Assessment> before = assessments
                .standingOf(editor.association(), licence.id().value())
                .stream()
                .filter(one -> one.outcome().heldOn().equals(outcome.heldOn()))
                .findFirst();
        if (before.isPresent()) {
            if (!same(entry, before.get(), outcome)) {
                entry.fault("heldOn", "assessment-differs", outcome.heldOn());
                return Taken.NOTHING;
            }
            return new Taken(0, 0, 1);
        }
        Assessment judged;
        try {
            judged = register.judged(editor, licence, outcome);
        } catch (Refusal refusal) {
            fault(entry, refusal);
            return Taken.NOTHING;
        }
        register.enter(editor, judged);
        return new Taken(1, 0, 0);
    }

    /** The first day of what follows counts only where the entry names it. */
    private static boolean same(Entry entry, Assessment before, Outcome told) {
        Outcome known = before.outcome();
        return known.result() == told.result()
                && Objects.equals(known.note(), told.note())
                && (before.failure() == null
                        || entry.raw("suspendedFrom") == null
                        || known.decidedFor().equals(told.decidedFor()));
    }

    private static void fault(Entry entry, Refusal refusal) {
        String pointer = refusal.violations().stream()
                .map(Violation::pointer)
                .findFirst()
                .orElse("");
        entry.fault(pointer.equals("/heldOn") ? "heldOn" : "licenceNumber", refusal.code(), refusal.args());
    }

    /** The licences that the entries name, those within the editor's scope, locked in the order of their ids. */
    private Map<String, Licence> held(Editor editor, List<Entry> entries) {
        Set<String> numbers = new HashSet<>();
        entries.forEach(entry -> numbers.add(entry.key("licenceNumber")));
        Map<String, Licence> found = licences.byNumber(editor.association(), numbers);
        found.values()
                .removeIf(licence -> !editor.scope().permits(licence.details().mainInstitutionCode()));
        found.values().stream()
                .map(Licence::id)
                .sorted(Comparator.comparing(LicenceId::toString))
                .forEach(id -> sanctions.hold(editor, id));
        return found;
    }
}
