package org.yilianti.rotation.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.Role;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.notification.Notice;
import org.yilianti.rotation.notification.Notifications;
import org.yilianti.rotation.notification.Recipient;

/** Tells of proposals of other terms: the other side that one waits, both sides and the member what came of it. */
@Component
class AmendmentNotices {

    private final Notifications notifications;
    private final Institutions institutions;

    AmendmentNotices(Notifications notifications, Institutions institutions) {
        this.notifications = notifications;
        this.institutions = institutions;
    }

    void tell(PracticeAgreement agreement, Amendment amendment) {
        String home = code(agreement, agreement.homeInstitutionId());
        String host = code(agreement, agreement.hostInstitutionId());
        boolean byHome = amendment.proposedFor().equals(agreement.homeInstitutionId());
        List<Recipient> concerned = new ArrayList<>();
        switch (amendment.state()) {
            case PROPOSED, WITHDRAWN -> concerned.add(Recipient.role(Role.REGISTRAR, byHome ? host : home));
            case REFUSED -> concerned.add(Recipient.role(Role.REGISTRAR, byHome ? home : host));
            case CONSENTED -> {
                concerned.add(Recipient.role(Role.REGISTRAR, byHome ? home : host));
                concerned.add(Recipient.role(Role.SCHEDULER, host));
                concerned.add(Recipient.member(agreement.memberId()));
            }
        }
        notifications.tell(
                agreement.association(),
                concerned,
                Notice.of(
                        "amendment-" + amendment.state().code(),
                        "practice-agreement",
                        agreement.id(),
                        home,
                        host,
                        amendment.effectiveFrom()));
    }

    private String code(PracticeAgreement agreement, UUID institution) {
        return institutions
                .find(agreement.association(), institution)
                .map(Institution::code)
                .orElseThrow();
    }
}
