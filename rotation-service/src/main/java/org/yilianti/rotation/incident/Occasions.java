package org.yilianti.rotation.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.directory.Sight;
import org.yilianti.rotation.incident.Incident.Report;
import org.yilianti.rotation.service.ServiceRecords;
import org.yilianti.rotation.sharing.SessionStatus;
import org.yilianti.rotation.sharing.SharedSessions;

/** Looks up the work that a report of an incident names. */
@Component
class Occasions {

    private final ServiceRecords records;
    private final SharedSessions sessions;

    Occasions(ServiceRecords records, SharedSessions sessions) {
        this.records = records;
        this.sessions = sessions;
    }

    /** The service and the session named, none or both; refuses (422) what the reporter cannot see or what did not take place. */
    List<Occasion> of(Sight sight, Report report) {
        List<Occasion> occasions = new ArrayList<>();
        UUID record = report.serviceRecordId();
        if (record != null) {
            occasions.add(records.find(sight, record)
                    .map(one -> Occasion.of(one.content()))
                    .orElseThrow(() -> Refusal.invalid("service-record.unknown-record", record)
                            .at("/serviceRecordId")));
        }
        UUID session = report.sharedSessionId();
        if (session != null) {
            occasions.add(sessions.find(sight.association(), session)
                    .filter(one -> one.status() == SessionStatus.OPEN)
                    .map(Occasion::of)
                    .orElseThrow(() ->
                            Refusal.invalid("shared-session.unknown", session).at("/sharedSessionId")));
        }
        return occasions;
    }
}
