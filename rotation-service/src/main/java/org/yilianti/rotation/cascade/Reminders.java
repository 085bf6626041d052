package org.yilianti.rotation.cascade;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.notification.Notice;
import org.yilianti.rotation.notification.Notifications;

/** Reminds the member and the registrars of both sides before a term or an insurance ends; silent when it has been renewed by then. */
@Component
class Reminders {

    private final SentReminders sent;
    private final Notifications notifications;
    private final Concerned concerned;
    private final Policies policies;

    Reminders(SentReminders sent, Notifications notifications, Concerned concerned, Policies policies) {
        this.sent = sent;
        this.notifications = notifications;
        this.concerned = concerned;
        this.policies = policies;
    }

    /**
     * Sends what is due; part of a review, under the members' locks.
     *
     * @param grounds all agreements of these members, as they now are
     * @return for each agreement with reminders yet to come the day of the next one
     */
    Map<UUID, LocalDate> send(UUID association, List<AgreementGround> grounds, LocalDate today) {
        ReminderPolicy policy = policies.inForce(association, ReminderPolicy.class, today);
        List<PracticeAgreement> all =
                grounds.stream().map(AgreementGround::agreement).toList();
        List<Ending> endings = grounds.stream()
                .flatMap(ground -> Ending.ahead(ground, all, today))
                .toList();
        tell(
                association,
                sent.keepNew(endings.stream()
                        .flatMap(ending -> policy.due(ending, today).stream())
                        .toList()));
        Map<UUID, LocalDate> next = new HashMap<>();
        endings.forEach(ending -> policy.days(ending, today)
                .forEach(day ->
                        next.merge(ending.agreement().id(), day, (one, other) -> one.isBefore(other) ? one : other)));
        return next;
    }

    private void tell(UUID association, List<Reminder> fresh) {
        Map<UUID, Institution> sites = concerned.sites(
                association, fresh.stream().map(one -> one.ending().agreement()).toList());
        notifications.tell(
                association,
                fresh.stream()
                        .flatMap(one -> Concerned.parties(one.ending().agreement(), sites)
                                .map(notice(one.ending(), sites)::to))
                        .toList());
    }

    private static Notice notice(Ending ending, Map<UUID, Institution> sites) {
        return Notice.of(
                ending.kind(),
                "practice-agreement",
                ending.agreement().id(),
                Concerned.code(sites, ending.agreement().hostInstitutionId()),
                ending.on());
    }
}
