package org.yilianti.staff.training;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.staff.member.MemberId;

/** Writes enrolments and tells of them; whoever calls holds the locks of their sessions. */
@Component
class EnrolmentBook {

    private final EnrolmentRepository enrolments;
    private final Outbox outbox;

    EnrolmentBook(EnrolmentRepository enrolments, Outbox outbox) {
        this.enrolments = enrolments;
        this.outbox = outbox;
    }

    void enter(List<Enrolment> applied) {
        enrolments.insert(applied);
        tell(applied);
    }

    /** Writes the next version of each. */
    void change(List<Enrolment> changed) {
        enrolments.update(changed);
        tell(changed);
    }

    /** Whoever hopes for a place is to pay what the session costs now, from the year in which it begins now. */
    void reprice(Collection<Session> revised) {
        Map<UUID, Session> byId = revised.stream().collect(Collectors.toMap(Session::id, Function.identity()));
        change(enrolments.hoping(byId.keySet()).stream()
                .filter(hoping -> !hoping.pricedAs(Objects.requireNonNull(byId.get(hoping.session()))))
                .map(hoping -> hoping.priced(Objects.requireNonNull(byId.get(hoping.session()))))
                .toList());
    }

    /** All of them are the survivor's now, also those that were left. */
    void handOver(UUID association, MemberId duplicate, MemberId survivor) {
        List<UUID> moved = enrolments.ofMember(association, duplicate).stream()
                .map(Enrolment::id)
                .toList();
        enrolments.handOver(association, duplicate, survivor);
        tell(enrolments.ofMember(association, survivor).stream()
                .filter(enrolment -> moved.contains(enrolment.id()))
                .toList());
    }

    private void tell(List<Enrolment> changed) {
        outbox.publish(changed.stream().map(EnrolmentChanged::announcement).toList());
    }
}
