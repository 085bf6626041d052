package org.yilianti.rotation.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.platform.test.TestEvents;
import org.yilianti.rotation.TestStaff;
import tools.jackson.databind.JsonNode;

/** Those concerned are told (M2, M3). */
@ServiceTest
class NotificationTests {

    @LocalServerPort
    private int port;

    @Autowired
    private Notifications notifications;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private TestEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void onlyHoldersOfTheRoleForTheInstitutionAreTold() {
        UUID subject = tell(Recipient.role(Role.REGISTRAR, "N01"));
        assertThat(about(registrar("N01"), subject)).hasSize(1);
        assertThat(about(registrar("*"), subject)).hasSize(1);
        assertThat(about(registrar("N02"), subject)).isEmpty();
        assertThat(about(TestCaller.named("hr").with(Role.HR_OFFICER, "N01"), subject))
                .as("another role for the same institution")
                .isEmpty();
        assertThat(about(registrar("N02").with(Role.HR_OFFICER, "N01"), subject))
                .as("the role for one institution and another role for the one concerned")
                .isEmpty();
        assertThat(about(registrar("*").of(UUID.randomUUID()), subject)).isEmpty();
    }

    @Test
    void whatIsForTheWholeAssociationIsOnlyForThoseWhoHoldTheRoleForAllOfIt() {
        UUID subject = tell(Recipient.role(Role.REGISTRAR));
        assertThat(about(registrar("*"), subject)).hasSize(1);
        assertThat(about(registrar("N01"), subject)).isEmpty();
    }

    @Test
    void aMemberIsToldByStaffNumberAndAnAccountByName() {
        TestStaff staff = new TestStaff(events);
        UUID member = staff.physician("N00001", staff.institution("N09"));
        TestCaller self = TestCaller.named("somebody").with(Role.STAFF, "*").staffNo("N00001");
        UUID subject = tell(Recipient.member(member), Recipient.account("deputy"), Recipient.member(member));
        await().atMost(Duration.ofSeconds(20)).until(() -> about(self, subject).size() == 1);
        assertThat(about(registrar("*").staffNo("N00001"), subject))
                .as("a staff number without role staff")
                .isEmpty();
        assertThat(about(TestCaller.named("deputy").with(Role.REGISTRAR, "N03"), subject))
                .hasSize(1);
        assertThat(about(TestCaller.named("other").with(Role.REGISTRAR, "*"), subject))
                .isEmpty();
    }

    @Test
    void readingIsKeptForEachAccountByItself() {
        UUID subject = tell(Recipient.role(Role.REGISTRAR, "N01"));
        TestApi first = api(registrar("N01"));
        String path = "/v1/notifications/"
                + about(registrar("N01"), subject).getFirst().path("id").asString() + "/readings";
        assertThat(first.post(path, "{}").json().path("readAt").isNull()).isFalse();
        assertThat(first.post(path, "{}").status()).as("a second time").isEqualTo(200);
        assertThat(first.get("/v1/notifications?unread=true&subject=" + subject)
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(api(TestCaller.named("colleague").with(Role.REGISTRAR, "N01"))
                        .get("/v1/notifications?unread=true&subject=" + subject)
                        .json()
                        .path("items")
                        .size())
                .isOne();
        assertThat(api(registrar("N02")).post(path, "{}").status()).isEqualTo(404);
    }

    @Test
    void whatIsToldIsAnnouncedOnceAndNeverWithoutItsCause() {
        UUID subject = tell(Recipient.role(Role.REGISTRAR, "N01"));
        UUID id = UUID.fromString(
                about(registrar("N01"), subject).getFirst().path("id").asString());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> events.bodies("rotation.notifications", id).size() == 1);

        UUID undone = Ids.next();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            notifications.tell(TestCaller.ASSOCIATION, notice(undone), Recipient.role(Role.REGISTRAR, "N01"));
            status.setRollbackOnly();
        });
        assertThat(about(registrar("N01"), undone)).isEmpty();
    }

    @Test
    void aListComesPageByPageNewestFirst() {
        UUID subject = Ids.next();
        for (int number = 0; number < 5; number++) {
            new TransactionTemplate(transactions)
                    .executeWithoutResult(status -> notifications.tell(
                            TestCaller.ASSOCIATION, notice(subject), Recipient.role(Role.SCHEDULER, "N01")));
        }
        TestApi scheduler = api(TestCaller.named("scheduler").with(Role.SCHEDULER, "N01"));
        JsonNode first =
                scheduler.get("/v1/notifications?limit=3&subject=" + subject).json();
        JsonNode second = scheduler
                .get("/v1/notifications?limit=3&subject=" + subject + "&after="
                        + first.path("next").asString())
                .json();
        assertThat(first.path("items").size()).isEqualTo(3);
        assertThat(second.path("items").size()).isEqualTo(2);
        assertThat(first.path("items").path(0).path("id").asString())
                .isGreaterThan(second.path("items").path(1).path("id").asString());
    }

    @Test
    void aRecipientIsExactlyOneAlsoInTheDatabase() {
        assertThatThrownBy(() -> new Recipient(UUID.randomUUID(), "both", null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Recipient(null, null, Role.REGISTRAR, null))
                .isInstanceOf(IllegalArgumentException.class);
        UUID subject = tell(Recipient.account("deputy"));
        assertThatThrownBy(() -> jdbc.update(
                        "update notification set role = 'registrar' where subject_id = ?", Ids.bytes(subject)))
                .hasMessageContaining("notification_recipient");
    }

    private UUID tell(Recipient... recipients) {
        UUID subject = Ids.next();
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        status -> notifications.tell(TestCaller.ASSOCIATION, List.of(recipients), notice(subject)));
        return subject;
    }

    private static Notice notice(UUID subject) {
        return Notice.of("application-overdue", "practice-application", subject, "N01", "2026-11-02");
    }

    private static TestCaller registrar(String codes) {
        return TestCaller.named("registrar-" + codes).with(Role.REGISTRAR, codes);
    }

    private List<JsonNode> about(TestCaller caller, UUID subject) {
        return api(caller)
                .get("/v1/notifications?subject=" + subject)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private TestApi api(TestCaller caller) {
        return new TestApi(port).as(caller);
    }
}
