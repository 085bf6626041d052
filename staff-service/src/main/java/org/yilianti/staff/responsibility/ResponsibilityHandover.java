package org.yilianti.staff.responsibility;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MergedRecords;

/** Hands over what a person who was registered twice answers for. */
@Component
class ResponsibilityHandover implements MergedRecords {

    private final ResponsibleRepository people;
    private final Outbox outbox;

    ResponsibilityHandover(ResponsibleRepository people, Outbox outbox) {
        this.people = people;
        this.outbox = outbox;
    }

    /** Refuses (409) two that are named in one unit, or full-time, at one time. */
    @Override
    public void handOver(Editor editor, MemberId duplicate, MemberId survivor) {
        List<Responsible> moved = people.ofPerson(duplicate).stream()
                .map(one -> one.movedTo(survivor))
                .toList();
        boolean both = moved.stream().anyMatch(one -> people.ofPerson(survivor).stream()
                .filter(other -> other.valid().overlaps(one.valid()))
                .anyMatch(other -> other.unit().equals(one.unit()) || (other.fullTime() && one.fullTime())));
        if (both) {
            throw Refusal.conflict("responsibility.both-named").at("/duplicateId");
        }
        people.handOver(editor.association(), duplicate, survivor);
        outbox.publish(moved.stream().map(Responsible::announcement).toList());
    }
}
