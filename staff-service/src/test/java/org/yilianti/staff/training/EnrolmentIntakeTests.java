package org.yilianti.staff.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.created;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.staff.Registry;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;

/** R7, R13: what a file of enrolments costs. */
@ServiceTest
class EnrolmentIntakeTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired
    EnrolmentIntake intake;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    @Test
    void sessionsOfOtherDaysAreNotRead_R7_R13() {
        TrainingDesk desk = new TrainingDesk(Registry.empty(port), TODAY);
        desk.registry().institution("T01");
        desk.registry().physicianAt(1, "T01");
        UUID course = created(desk.registry().hr().post("/v1/training-programmes", desk.course("T01")));
        created(desk.registry().hr().post("/v1/training-sessions", desk.session(course)));
        Editor editor = new Editor(desk.registry().association(), "hr-officer", InstitutionScope.ALL);
        List<Entry> file = List.of(Entry.form(
                "institutionCode",
                "T01",
                "course",
                "基层高血压管理",
                "startsOn",
                TODAY,
                "place",
                "示教室一",
                "staffNo",
                "S00001",
                "priority",
                0));
        rowsRead(editor, file, new Taken(1, 0, 0));
        long alone = rowsRead(editor, file, new Taken(0, 0, 1));
        for (int day = 1; day <= 40; day++) {
            created(desk.registry()
                    .hr()
                    .post(
                            "/v1/training-sessions",
                            desk.session(
                                    course,
                                    "startsOn",
                                    TODAY.plusDays(day).toString(),
                                    "endsOn",
                                    TODAY.plusDays(day).toString())));
        }
        assertThat(rowsRead(editor, file, new Taken(0, 0, 1))).isLessThan(alone + 20);
    }

    /** As the database counts them for the one connection of a transaction. */
    private long rowsRead(Editor editor, List<Entry> rows, Taken expected) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
            long before = rowsRead();
            assertThat(intake.take(editor, rows)).isEqualTo(expected);
            return rowsRead() - before;
        }));
    }

    private long rowsRead() {
        return jdbc.queryForList("show session status like 'Handler_read%'").stream()
                .mapToLong(row -> Long.parseLong(String.valueOf(row.get("Value"))))
                .sum();
    }
}
