package org.yilianti.rotation.cascade;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.Role;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.notification.AddressedNotice;
import org.yilianti.rotation.notification.Notice;
import org.yilianti.rotation.notification.Notifications;
import org.yilianti.rotation.notification.Recipient;

/** Tells the member, the registrars of both sides and the host's schedulers what a rule has done to an agreement. */
@Component
class StandingNotices {

    private final Notifications notifications;
    private final Institutions institutions;

    StandingNotices(Notifications notifications, Institutions institutions) {
        this.notifications = notifications;
        this.institutions = institutions;
    }

    void tell(UUID association, List<PracticeAgreement> changed) {
        if (changed.isEmpty()) {
            return;
        }
        Set<UUID> sites = changed.stream()
                .flatMap(one -> Stream.of(one.homeInstitutionId(), one.hostInstitutionId()))
                .collect(Collectors.toSet());
        Map<UUID, Institution> known = institutions.byId(association, sites);
        notifications.tell(
                association,
                changed.stream().flatMap(one -> notices(one, known)).toList());
    }

    private static Stream<AddressedNotice> notices(PracticeAgreement agreement, Map<UUID, Institution> known) {
        String home = code(known, agreement.homeInstitutionId());
        String host = code(known, agreement.hostInstitutionId());
        Notice notice = Notice.of(
                "agreement-" + agreement.standing().status().code(),
                "practice-agreement",
                agreement.id(),
                host,
                Objects.requireNonNullElse(agreement.standing().reason(), "-"),
                agreement.standing().from());
        return Stream.of(
                        Recipient.member(agreement.memberId()),
                        Recipient.role(Role.REGISTRAR, home),
                        Recipient.role(Role.REGISTRAR, host),
                        Recipient.role(Role.SCHEDULER, host))
                .map(notice::to);
    }

    private static String code(Map<UUID, Institution> known, UUID id) {
        Institution site = known.get(id);
        return site == null ? Recipient.WHOLE_ASSOCIATION : site.code();
    }
}
