package org.yilianti.staff.evidence;

import org.springframework.stereotype.Component;
import org.yilianti.staff.agenda.AgendaItem;
import org.yilianti.staff.agenda.AgendaWork;
import org.yilianti.staff.entry.Editor;

/** Destroys the content of a withdrawn file on the day until which it was kept. */
@Component
class EvidenceTerm implements AgendaWork {

    static final String NAME = "evidence-term";

    private final EvidenceManagement management;

    EvidenceTerm(EvidenceManagement management) {
        this.management = management;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void fallsDue(AgendaItem item) {
        management.destroy(Editor.system(item.association(), "calendar"), item.subject());
    }
}
