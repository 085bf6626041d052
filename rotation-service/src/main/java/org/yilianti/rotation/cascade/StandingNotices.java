package org.yilianti.rotation.cascade;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.notification.Notice;
import org.yilianti.rotation.notification.Notifications;

/** Tells those concerned what a rule has done to an agreement. */
@Component
class StandingNotices {

    private final Notifications notifications;
    private final Concerned concerned;

    StandingNotices(Notifications notifications, Concerned concerned) {
        this.notifications = notifications;
        this.concerned = concerned;
    }

    void tell(UUID association, List<PracticeAgreement> changed) {
        Map<UUID, Institution> sites = concerned.sites(association, changed);
        notifications.tell(
                association,
                changed.stream()
                        .flatMap(one -> Concerned.by(one, sites).map(notice(one, sites)::to))
                        .toList());
    }

    private static Notice notice(PracticeAgreement agreement, Map<UUID, Institution> sites) {
        return Notice.of(
                "agreement-" + agreement.standing().status().code(),
                "practice-agreement",
                agreement.id(),
                Concerned.code(sites, agreement.hostInstitutionId()),
                Objects.requireNonNullElse(agreement.standing().reason(), "-"),
                agreement.standing().from());
    }
}
