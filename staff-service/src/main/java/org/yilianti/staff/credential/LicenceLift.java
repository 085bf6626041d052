package org.yilianti.staff.credential;

import org.springframework.stereotype.Component;
import org.yilianti.staff.agenda.AgendaItem;
import org.yilianti.staff.agenda.AgendaWork;
import org.yilianti.staff.entry.Editor;

/** Lifts a suspension on the day after its last. */
@Component
class LicenceLift implements AgendaWork {

    private final SanctionManagement management;

    LicenceLift(SanctionManagement management) {
        this.management = management;
    }

    @Override
    public String name() {
        return SanctionRepository.LIFT;
    }

    @Override
    public void fallsDue(AgendaItem item) {
        management.lift(Editor.system(item.association(), "calendar"), new LicenceId(item.subject()));
    }
}
