package org.yilianti.staff.responsibility;

import org.springframework.stereotype.Component;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MergedRecords;

/** Hands over what a person who was registered twice answers for. */
@Component
class ResponsibilityHandover implements MergedRecords {

    private final ResponsibleRepository people;

    ResponsibilityHandover(ResponsibleRepository people) {
        this.people = people;
    }

    /** Refuses (409) two that are named in one unit, or full-time, at one time. */
    @Override
    public void handOver(Editor editor, MemberId duplicate, MemberId survivor) {
        boolean both = people.ofPerson(duplicate).stream().anyMatch(one -> people.ofPerson(survivor).stream()
                .filter(other -> other.valid().overlaps(one.valid()))
                .anyMatch(other -> other.unit().equals(one.unit()) || (other.fullTime() && one.fullTime())));
        if (both) {
            throw Refusal.conflict("responsibility.both-named").at("/duplicateId");
        }
        people.handOver(editor.association(), duplicate, survivor);
    }
}
