package org.yilianti.rotation.application;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;

/** Keeps an application with all that goes with it: history, audit row, event and notices; inside the caller's transaction. */
@Component
class ApplicationBook {

    private final PracticeApplications applications;
    private final ApplicationNotices notices;
    private final Outbox outbox;
    private final AuditTrail audit;

    ApplicationBook(PracticeApplications applications, ApplicationNotices notices, Outbox outbox, AuditTrail audit) {
        this.applications = applications;
        this.notices = notices;
        this.outbox = outbox;
        this.audit = audit;
    }

    PracticeApplication keepNew(PracticeApplication application) {
        applications.insert(application);
        announce(application);
        return application;
    }

    PracticeApplication keep(PracticeApplication application) {
        applications.update(application);
        announce(application);
        return application;
    }

    private void announce(PracticeApplication application) {
        if (application.state() != ApplicationState.DRAFT) {
            outbox.publish(ApplicationChanged.of(application));
            notices.tell(application);
        }
        audit.record(record(application));
    }

    private static AuditRecord record(PracticeApplication application) {
        ApplicationStep last = application.history().getLast();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("host", application.parties().hostCode());
        detail.put("onBehalfOf", last.onBehalfOf());
        detail.put(
                "reasons",
                application.reasons().stream().map(ApplicationReason::code).toList());
        return new AuditRecord(
                application.association(),
                last.actor().equals(PracticeApplication.RULES) ? application.madeBy() : last.actor(),
                "practice-application." + last.action().code(),
                "practice-application",
                application.id().toString(),
                application.parties().homeCode(),
                detail);
    }
}
