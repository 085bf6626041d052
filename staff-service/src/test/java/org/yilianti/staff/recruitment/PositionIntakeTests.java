package org.yilianti.staff.recruitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.recruitment.RecruitmentDesk.position;

import java.util.ArrayList;
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

/** R8, R13: what a file of positions costs. */
@ServiceTest
class PositionIntakeTests {

    @Autowired
    PositionIntake intake;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @LocalServerPort
    int port;

    @Test
    void campaignsOfWhichAFileSaysNothingNewAskNobodyWhatIsLeft_R8_R13() {
        RecruitmentDesk desk = new RecruitmentDesk(Registry.empty(port));
        desk.registry().institution("T01");
        UUID line = desk.line("T01", 9);
        String post = desk.registry()
                .sheet("authorised-posts")
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(",", 2)[0];
        List<UUID> campaigns = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            campaigns.add(created(
                    desk.hr().post("/v1/recruitment-campaigns", desk.campaign("T01", List.of(position(line))))));
        }
        Editor editor = new Editor(desk.registry().association(), "hr-officer", InstitutionScope.ALL);
        long one = selects(editor, rows(campaigns.subList(0, 1), post));
        assertThat(one).isPositive();
        assertThat(selects(editor, rows(campaigns, post))).isEqualTo(one);
    }

    private static List<Entry> rows(List<UUID> campaigns, String post) {
        return campaigns.stream()
                .map(campaign -> Entry.form(
                        "campaignId", campaign, "positionNo", 1, "authorisedPost", post, "name", "全科医师", "openings", 1))
                .toList();
    }

    /** As the database counts them for the one connection of a transaction. */
    private long selects(Editor editor, List<Entry> rows) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
            long before = selects();
            assertThat(intake.take(editor, rows)).isEqualTo(new Taken(0, 0, rows.size()));
            return selects() - before;
        }));
    }

    private long selects() {
        return Long.parseLong(String.valueOf(
                jdbc.queryForMap("show session status like 'Com_select'").get("Value")));
    }
}
