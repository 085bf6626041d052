package org.yilianti.staff.career;

import org.springframework.stereotype.Component;
import org.yilianti.staff.agenda.AgendaItem;
import org.yilianti.staff.agenda.AgendaWork;
import org.yilianti.staff.entry.Editor;

/** Lets a title be borne on the first day for which it was approved. */
@Component
class PromotionEffect implements AgendaWork {

    private final CareerManagement careers;

    PromotionEffect(CareerManagement careers) {
        this.careers = careers;
    }

    @Override
    public String name() {
        return CareerManagement.WORK;
    }

    @Override
    public void fallsDue(AgendaItem item) {
        careers.takeEffect(Editor.system(item.association(), "calendar"), item.subject());
    }
}
