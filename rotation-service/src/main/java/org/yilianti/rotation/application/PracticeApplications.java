package org.yilianti.rotation.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.agreement.TermsRows;
import org.yilianti.rotation.application.ApplicationFilter.Order;
import org.yilianti.rotation.directory.Sight;
import tools.jackson.databind.ObjectMapper;

/** The applications and their histories. */
@Repository
public class PracticeApplications {

    private static final String SELECT = """
            select a.*, m.staff_no, home.code home_code, host.code host_code from practice_application a
            join directory_member m on m.id = a.member_id
            join directory_institution home on home.id = a.home_institution_id
            join directory_institution host on host.id = a.host_institution_id
            where %s""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ApplicationHistory history;
    private final ApplicationRows rows;
    private final ObjectMapper json;

    PracticeApplications(JdbcClient jdbc, JdbcTemplate batches, ApplicationHistory history, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.history = history;
        this.rows = new ApplicationRows(json);
        this.json = json;
    }

    /** Those the caller may see; drafts only of their own. */
    public List<PracticeApplication> list(Sight sight, String account, ApplicationFilter filter, PageRequest page) {
        var after = page.after();
        boolean byDue = filter.order() == Order.DUE;
        ApplicationState state = filter.state();
        return history.complete(sight.bind(jdbc.sql(SELECT.formatted(sql(sight))
                        + """
                         and (:member is null or a.member_id = :member)
                            and (:institution is null or :institution in (a.home_institution_id, a.host_institution_id))
                            and (:state is null or a.state = :state)
                            and (:pending is null or (a.state in ('submitted', 'consented', 'accepted')) = :pending)
                            and (:after is null or (%1$s, a.id) > (:afterDue, :after))
                        order by %1$s, a.id limit :limit
                        """.formatted(byDue ? "coalesce(a.due_on, '9999-12-31')" : "'9999-12-31'")))
                .param("account", account)
                .param("member", Ids.bytesOrNull(filter.memberId()))
                .param("institution", Ids.bytesOrNull(filter.institutionId()))
                .param("state", state == null ? null : state.code())
                .param("pending", filter.pending())
                .param("afterDue", after == null ? null : after.text(0))
                .param("after", after == null ? null : Ids.bytes(after.id(1)))
                .param("limit", page.fetchSize())
                .query(rows::application)
                .list());
    }

    /** Where a page of this order ends. */
    public static Cursor cursor(PracticeApplication last, ApplicationFilter filter) {
        LocalDate due = filter.order() == Order.DUE ? last.progress().dueOn() : null;
        return Cursor.of(due == null ? "9999-12-31" : due, last.id());
    }

    /** The application, when the caller may see it. */
    public Optional<PracticeApplication> find(Sight sight, String account, UUID id) {
        return history
                .complete(sight.bind(jdbc.sql(SELECT.formatted(sql(sight)) + " and a.id = :id"))
                        .param("account", account)
                        .param("id", Ids.bytes(id))
                        .query(rows::application)
                        .list())
                .stream()
                .findFirst();
    }

    private static String sql(Sight sight) {
        return sight.sql("a.association_id", "a.member_id", "a.home_institution_id", "a.host_institution_id")
                + " and (a.state <> 'draft' or a.submitted_by = :account)";
    }

    /** Pending ones on which the calendar has to act, held until the transaction ends; what another replica holds is left to it. */
    List<PracticeApplication> lockDue(LocalDate today, int limit) {
        List<UUID> ids = jdbc.sql(
                        "select id from practice_application where turn_on <= :today order by turn_on limit :limit for update skip locked")
                .param("today", today)
                .param("limit", limit)
                .query((row, number) -> Ids.uuid(row.getBytes(1)))
                .list();
        return ids.isEmpty()
                ? List.of()
                : history.complete(jdbc.sql(SELECT.formatted("a.id in (:ids)"))
                        .param("ids", ids.stream().map(Ids::bytes).toList())
                        .query(rows::application)
                        .list());
    }

    void insert(PracticeApplication application) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(
                Ids.bytes(application.id()),
                Ids.bytes(application.association()),
                application.version(),
                Ids.bytes(application.parties().memberId()),
                Ids.bytes(application.parties().homeId()),
                Ids.bytes(application.parties().hostId()),
                application.state().code(),
                json.writeValueAsString(application.reasons()),
                application.madeBy(),
                Ids.bytesOrNull(application.renews())));
        values.addAll(new TermsRows(json).values(application.terms()));
        batches.update("""
                insert into practice_application (id, association_id, version, member_id, home_institution_id, host_institution_id,
                    state, reasons, submitted_by, renews_agreement_id, %s)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, %s)
                """.formatted(TermsRows.COLUMNS, TermsRows.PLACES), values.toArray());
        keepProgress(application);
        history.add(application, 0);
    }

    /** Keeps the step just taken; of two people who decide at once, the second is refused (409). */
    void update(PracticeApplication application) {
        int rowsChanged = batches.update(
                """
                update practice_application set version = ?, state = ?, reasons = ?, consented_by = ?, accepted_by = ?, filed_by = ?
                where id = ? and version = ?
                """,
                application.version(),
                application.state().code(),
                json.writeValueAsString(application.reasons()),
                application.actorOf(ApplicationState.CONSENTED),
                application.actorOf(ApplicationState.ACCEPTED),
                application.actorOf(ApplicationState.FILED),
                Ids.bytes(application.id()),
                application.version() - 1);
        if (rowsChanged == 0) {
            throw Refusal.conflict("application.decided-meanwhile");
        }
        keepProgress(application);
        history.addNew(application);
    }

    /** Keeps a draft's new terms. */
    void updateTerms(PracticeApplication draft) {
        List<@Nullable Object> values = new ArrayList<>(new TermsRows(json).values(draft.terms()));
        values.add(Ids.bytes(draft.id()));
        batches.update("update practice_application set " + TermsRows.ASSIGNMENTS + " where id = ?", values.toArray());
    }

    /** Forgets a day on which there was nothing to do. */
    void settleTurn(PracticeApplication application) {
        batches.update(
                "update practice_application set turn_on = ? where id = ?",
                application.progress().turnOn(),
                Ids.bytes(application.id()));
    }

    private void keepProgress(PracticeApplication application) {
        Progress progress = application.progress();
        batches.update(
                """
                update practice_application set levels = ?, level = ?, escalated = ?, asked = ?, remind_on = ?, due_on = ?,
                    expire_on = ?, turn_on = ? where id = ?
                """,
                rows.levels(progress),
                progress.level(),
                progress.escalated(),
                progress.asked(),
                progress.remindOn(),
                progress.dueOn(),
                progress.expireOn(),
                progress.turnOn(),
                Ids.bytes(application.id()));
    }
}
