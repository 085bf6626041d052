package org.yilianti.staff.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.institution.InstitutionRef;

/**
 * Something that an office must see to before a day.
 *
 * @param leadDays the smallest lead time reached; 0 on the day and after it
 * @param acknowledged who sees to it; null while nobody has said so for this lead time
 * @param settledAt when its ground was found gone; null while it is open
 */
public record Alert(
        UUID id,
        UUID association,
        long version,
        Matter matter,
        InstitutionRef office,
        int leadDays,
        Instant raisedAt,
        @Nullable Acknowledgement acknowledged,
        @Nullable Instant settledAt) {

    /**
     * What an alert is about; there is one alert for each.
     *
     * @param member whom it concerns, if a person
     */
    public record Matter(
            String kind,
            String subjectType,
            UUID subject,
            @Nullable UUID member,
            LocalDate dueOn) {}

    /** Who sees to it since when. */
    public record Acknowledgement(
            Instant at, String by, @Nullable String note) {}

    static Alert raised(UUID association, Matter matter, InstitutionRef office, int leadDays, Instant now) {
        return new Alert(Ids.next(), association, 1, matter, office, leadDays, now, null, null);
    }

    /** Open at this lead time; asks again when it was settled or another lead time has come. */
    Alert broughtTo(int lead) {
        return new Alert(id, association, version + 1, matter, office, lead, raisedAt, null, null);
    }

    /** Somebody sees to it; refuses (409) when it is settled. */
    Alert acknowledged(Acknowledgement by) {
        if (settledAt != null) {
            throw Refusal.conflict("alert.settled", id);
        }
        return new Alert(id, association, version + 1, matter, office, leadDays, raisedAt, by, null);
    }

    /** The same, of the record as which a person goes on. */
    Alert of(UUID survivor) {
        Matter moved = new Matter(matter.kind(), matter.subjectType(), matter.subject(), survivor, matter.dueOn());
        return new Alert(id, association, version + 1, moved, office, leadDays, raisedAt, acknowledged, settledAt);
    }

    Alert settled(Instant now) {
        return new Alert(id, association, version + 1, matter, office, leadDays, raisedAt, acknowledged, now);
    }

    public String status() {
        if (settledAt != null) {
            return "settled";
        }
        return acknowledged == null ? "open" : "acknowledged";
    }

    /** The public state after a change, for {@code staff.alerts}. */
    OutboxEvent announcement() {
        return OutboxEvent.state(
                "staff.alerts", "staff.alert-changed.v1", association, id, version, AlertChanged.of(this));
    }
}
