package org.yilianti.rotation.application;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.agreement.AgreementTerms;
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
    private final ApplicationRows rows;
    private final ObjectMapper json;

    PracticeApplications(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.rows = new ApplicationRows(json);
        this.json = json;
    }

    /** Those the caller may see, oldest first. */
    public List<PracticeApplication> list(
            Sight sight,
            @Nullable UUID member,
            @Nullable UUID institution,
            @Nullable ApplicationState state,
            PageRequest page) {
        var after = page.after();
        return withHistory(sight.bind(jdbc.sql(SELECT.formatted(sql(sight)) + """
                         and (:member is null or a.member_id = :member)
                            and (:institution is null or :institution in (a.home_institution_id, a.host_institution_id))
                            and (:state is null or a.state = :state) and (:after is null or a.id > :after)
                        order by a.id limit :limit
                        """))
                .param("member", Ids.bytesOrNull(member))
                .param("institution", Ids.bytesOrNull(institution))
                .param("state", state == null ? null : state.code())
                .param("after", after == null ? null : Ids.bytes(after.id(0)))
                .param("limit", page.fetchSize())
                .query(rows::application)
                .list());
    }

    /** The application, when the caller may see it. */
    public Optional<PracticeApplication> find(Sight sight, UUID id) {
        return withHistory(sight.bind(jdbc.sql(SELECT.formatted(sql(sight)) + " and a.id = :id"))
                        .param("id", Ids.bytes(id))
                        .query(rows::application)
                        .list())
                .stream()
                .findFirst();
    }

    private static String sql(Sight sight) {
        return sight.sql("a.association_id", "a.member_id", "a.home_institution_id", "a.host_institution_id");
    }

    private List<PracticeApplication> withHistory(List<PracticeApplication> applications) {
        Map<UUID, List<ApplicationStep>> steps =
                steps(applications.stream().map(PracticeApplication::id).toList());
        return applications.stream()
                .map(one -> new PracticeApplication(
                        one.id(),
                        one.association(),
                        one.version(),
                        one.parties(),
                        one.terms(),
                        one.state(),
                        one.reasons(),
                        steps.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<ApplicationStep>> steps(Collection<UUID> ids) {
        record Row(UUID application, ApplicationStep step) {}
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        "select * from practice_application_step where application_id in (:ids) order by application_id, position")
                .param("ids", ids.stream().map(Ids::bytes).toList())
                .query((row, number) -> new Row(Ids.uuid(row.getBytes("application_id")), ApplicationRows.step(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::application, Collectors.mapping(Row::step, Collectors.toList())));
    }

    void insert(PracticeApplication application) {
        AgreementTerms terms = application.terms();
        batches.update(
                """
                insert into practice_application (id, association_id, version, member_id, home_institution_id, host_institution_id,
                    valid_from, valid_to, weekly_hours, tasks, home_percent, host_percent, member_percent, policy_number, insurer,
                    cover_fen, insured_to, state, reasons, submitted_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                Ids.bytes(application.id()),
                Ids.bytes(application.association()),
                application.version(),
                Ids.bytes(application.parties().memberId()),
                Ids.bytes(application.parties().homeId()),
                Ids.bytes(application.parties().hostId()),
                terms.term().from(),
                terms.validTo(),
                terms.weeklyHours(),
                terms.tasks(),
                terms.liability().homePercent(),
                terms.liability().hostPercent(),
                terms.liability().memberPercent(),
                terms.insurance().policyNumber(),
                terms.insurance().insurer(),
                terms.insurance().cover().fen(),
                terms.insurance().validTo(),
                application.state().code(),
                json.writeValueAsString(application.reasons()),
                application.submittedBy());
        insertSteps(application, 0);
    }

    /** Keeps the step just taken; of two people who decide at once, the second is refused (409). */
    void update(PracticeApplication application) {
        int rowsChanged = batches.update(
                """
                update practice_application set version = ?, state = ?, consented_by = ?, accepted_by = ?, filed_by = ?
                where id = ? and version = ?
                """,
                application.version(),
                application.state().code(),
                application.actorOf(ApplicationState.CONSENTED),
                application.actorOf(ApplicationState.ACCEPTED),
                application.actorOf(ApplicationState.FILED),
                Ids.bytes(application.id()),
                application.version() - 1);
        if (rowsChanged == 0) {
            throw Refusal.conflict("application.decided-meanwhile");
        }
        insertSteps(application, application.history().size() - 1);
    }

    private void insertSteps(PracticeApplication application, int first) {
        List<ApplicationStep> history = application.history();
        batches.batchUpdate(
                "insert into practice_application_step (application_id, position, state, actor, taken_at, note) values (?, ?, ?, ?, ?, ?)",
                IntStream.range(first, history.size())
                        .mapToObj(position -> new @Nullable Object[] {
                            Ids.bytes(application.id()),
                            position,
                            history.get(position).state().code(),
                            history.get(position).actor(),
                            Timestamp.from(history.get(position).at()),
                            history.get(position).note()
                        })
                        .toList());
    }
}
