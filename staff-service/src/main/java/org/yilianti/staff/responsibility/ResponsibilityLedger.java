package org.yilianti.staff.responsibility;

import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.staff.entry.Editor;

/** Writes units and who answers for them, each with an event and a trace. */
@Component
class ResponsibilityLedger {

    private final UnitRepository units;
    private final ResponsibleRepository people;
    private final Outbox outbox;
    private final AuditTrail audit;

    ResponsibilityLedger(UnitRepository units, ResponsibleRepository people, Outbox outbox, AuditTrail audit) {
        this.units = units;
        this.people = people;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Somebody who is named for a unit, or for whom it has an end now. */
    record NamingChange(Unit unit, Responsible person) {

        private boolean named() {
            return person.version() == 1;
        }

        private AuditRecord trace(Editor editor) {
            return editor.did(
                    named() ? "responsibility.named" : "responsibility.released",
                    "responsible-person",
                    person.id(),
                    unit.institution().code(),
                    person);
        }
    }

    void established(Editor editor, List<Unit> established) {
        units.insert(established);
        told(established, unit -> trace(editor, "responsibility.established", unit));
    }

    Unit changed(Editor editor, String action, Unit unit) {
        units.update(unit);
        told(List.of(unit), one -> trace(editor, action, one));
        return unit;
    }

    private void told(List<Unit> changed, Function<Unit, AuditRecord> trace) {
        outbox.publish(changed.stream().map(Unit::announcement).toList());
        audit.record(changed.stream().map(trace).toList());
    }

    private static AuditRecord trace(Editor editor, String action, Unit unit) {
        return editor.did(
                action, "responsibility-unit", unit.id(), unit.institution().code(), unit);
    }

    /** Namings in their order; one may be named and released by the same list. */
    void write(Editor editor, List<NamingChange> changes) {
        people.insert(persons(changes, true));
        people.update(persons(changes, false));
        outbox.publish(
                changes.stream().map(change -> change.person().announcement()).toList());
        audit.record(changes.stream().map(change -> change.trace(editor)).toList());
    }

    private static List<Responsible> persons(List<NamingChange> changes, boolean named) {
        return changes.stream()
                .filter(change -> change.named() == named)
                .map(NamingChange::person)
                .toList();
    }
}
