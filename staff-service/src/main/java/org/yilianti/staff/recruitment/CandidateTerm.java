package org.yilianti.staff.recruitment;

import org.springframework.stereotype.Component;
import org.yilianti.staff.agenda.AgendaItem;
import org.yilianti.staff.agenda.AgendaWork;
import org.yilianti.staff.entry.Editor;

/** Forgets the candidates of a campaign on the day until which they were kept. */
@Component
class CandidateTerm implements AgendaWork {

    static final String NAME = "recruitment-retention";

    private final ClosingManagement closing;

    CandidateTerm(ClosingManagement closing) {
        this.closing = closing;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void fallsDue(AgendaItem item) {
        closing.forget(Editor.system(item.association(), "calendar"), item.subject());
    }
}
