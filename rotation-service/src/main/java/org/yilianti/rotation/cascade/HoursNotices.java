package org.yilianti.rotation.cascade;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.notification.Notice;
import org.yilianti.rotation.notification.Notifications;

/** Tells those concerned that a cap was exceeded. */
@Component
class HoursNotices {

    private final Notifications notifications;
    private final Concerned concerned;

    HoursNotices(Notifications notifications, Concerned concerned) {
        this.notifications = notifications;
        this.concerned = concerned;
    }

    void tell(UUID association, List<AgreementWeek> weeks) {
        Map<UUID, Institution> sites = concerned.sites(
                association, weeks.stream().map(AgreementWeek::agreement).toList());
        notifications.tell(
                association,
                weeks.stream()
                        .flatMap(one -> Concerned.by(one.agreement(), sites).map(notice(one, sites)::to))
                        .toList());
    }

    private static Notice notice(AgreementWeek one, Map<UUID, Institution> sites) {
        ExceededWeek week = one.week();
        return Notice.of(
                week.code(),
                "practice-agreement",
                one.agreement().id(),
                Concerned.code(sites, one.agreement().hostInstitutionId()),
                week.monday(),
                week.minutes(),
                week.capMinutes());
    }
}
