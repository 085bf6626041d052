package org.yilianti.staff.recruitment;

import org.springframework.stereotype.Component;
import org.yilianti.staff.agenda.AgendaItem;
import org.yilianti.staff.agenda.AgendaWork;
import org.yilianti.staff.entry.Editor;

/** Lets an offer lapse on the day after the last one to answer it. */
@Component
class OfferTerm implements AgendaWork {

    static final String NAME = "recruitment-offer";

    private final OfferManagement offers;

    OfferTerm(OfferManagement offers) {
        this.offers = offers;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void fallsDue(AgendaItem item) {
        offers.lapse(Editor.system(item.association(), "calendar"), item.subject());
    }
}
