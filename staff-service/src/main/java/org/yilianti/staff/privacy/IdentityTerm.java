package org.yilianti.staff.privacy;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.staff.agenda.AgendaItem;
import org.yilianti.staff.agenda.AgendaWork;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;

/** Destroys a sealed identity on the day until which law asked to keep it. */
@Component
class IdentityTerm implements AgendaWork {

    static final String NAME = "identity-term";

    private final ErasureRepository erasures;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;

    IdentityTerm(ErasureRepository erasures, AuditTrail audit, AssociationCalendar calendar) {
        this.erasures = erasures;
        this.audit = audit;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void fallsDue(AgendaItem item) {
        if (erasures.destroyIdentity(item.association(), item.subject(), calendar.today())) {
            audit.record(Editor.system(item.association(), "calendar")
                    .did("identity.destroyed", "erasure", item.subject(), null, Map.of("keptUntil", item.dueOn())));
        }
    }
}
