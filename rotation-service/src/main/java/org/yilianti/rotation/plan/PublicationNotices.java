package org.yilianti.rotation.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.Role;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.notification.AddressedNotice;
import org.yilianti.rotation.notification.Notice;
import org.yilianti.rotation.notification.Notifications;
import org.yilianti.rotation.notification.Recipient;
import org.yilianti.rotation.roster.Duty;

/** Tells people whose days a publication changes, and planners of the gaps it leaves. */
@Component
class PublicationNotices {

    private final Notifications notifications;
    private final Institutions institutions;

    PublicationNotices(Notifications notifications, Institutions institutions) {
        this.notifications = notifications;
        this.institutions = institutions;
    }

    /**
     * Tells each person and each place once.
     *
     * @param before the duties that were in force
     * @param after the duties with a person
     * @param open the duties without one
     */
    void tell(MonthlyPlan plan, Collection<Duty> before, Collection<Duty> after, Collection<Duty> open) {
        List<AddressedNotice> notices = new ArrayList<>();
        Map<UUID, Long> changes = RosterDifference.between(before, after).stream()
                .collect(Collectors.groupingBy(RosterDifference::memberId, TreeMap::new, Collectors.counting()));
        changes.forEach((member, count) ->
                notices.add(notice(plan, "roster-published", count).to(Recipient.member(member))));
        Map<UUID, Long> gaps =
                open.stream().collect(Collectors.groupingBy(Duty::institutionId, TreeMap::new, Collectors.counting()));
        Map<UUID, Institution> places = institutions.byId(plan.association(), gaps.keySet());
        places.forEach((id, place) -> notices.add(notice(plan, "roster-gaps", gaps.getOrDefault(id, 0L))
                .to(Recipient.role(Role.SCHEDULER, place.code()))));
        notifications.tell(plan.association(), notices);
    }

    private static Notice notice(MonthlyPlan plan, String kind, long count) {
        return Notice.of(kind, "roster-plan", plan.id(), plan.month(), count);
    }
}
