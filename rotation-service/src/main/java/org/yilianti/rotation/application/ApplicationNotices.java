package org.yilianti.rotation.application;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.Role;
import org.yilianti.rotation.notification.Notice;
import org.yilianti.rotation.notification.Notifications;
import org.yilianti.rotation.notification.Recipient;

/** Who is told what after each step: the office whose turn it is, or the applicant. */
@Component
class ApplicationNotices {

    private final Notifications notifications;

    ApplicationNotices(Notifications notifications) {
        this.notifications = notifications;
    }

    /** Tells of the step just taken. */
    void tell(PracticeApplication application) {
        StepAction action = application.history().getLast().action();
        switch (action) {
            case DRAFTED, REVISED, WITHDRAWN -> {}
            case REMINDED -> tell(application, "application-reminder", office(application));
            case ESCALATED -> tell(application, "application-overdue", officeAndAssociation(application));
            case ASKED, FILED, REFUSED, EXPIRED ->
                tell(application, "application-" + action.code(), applicant(application));
            case SUBMITTED, APPROVED, CONSENTED, ACCEPTED, ANSWERED ->
                tell(application, "application-waiting", office(application));
        }
    }

    private void tell(PracticeApplication application, String kind, List<Recipient> recipients) {
        notifications.tell(
                application.association(),
                recipients,
                Notice.of(
                        kind,
                        "practice-application",
                        application.id(),
                        application.parties().staffNo(),
                        application.parties().hostCode(),
                        String.valueOf(application.progress().dueOn())));
    }

    private static List<Recipient> office(PracticeApplication application) {
        Level level = application.progress().current();
        return List.of(Recipient.role(level.role(), level.office().institutionCode(application.parties())));
    }

    private static List<Recipient> officeAndAssociation(PracticeApplication application) {
        List<Recipient> all = new ArrayList<>(office(application));
        all.add(Recipient.role(Role.ASSOCIATION_ADMIN));
        return all;
    }

    private static List<Recipient> applicant(PracticeApplication application) {
        return List.of(Recipient.member(application.parties().memberId()), Recipient.account(application.madeBy()));
    }
}
