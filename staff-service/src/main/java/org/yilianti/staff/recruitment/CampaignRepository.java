package org.yilianti.staff.recruitment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.recruitment.Campaign.State;
import org.yilianti.staff.recruitment.Progress.Step;
import tools.jackson.databind.ObjectMapper;

/** The table of campaigns. */
@Repository
class CampaignRepository {

    static final String SELECT = """
            select c.*, (select code from institution i where i.id = c.institution_id) as institution_code from recruitment_campaign c
            """;

    private final JdbcClient jdbc;
    private final PositionRepository positions;
    private final ObjectMapper json;

    CampaignRepository(JdbcClient jdbc, PositionRepository positions, ObjectMapper json) {
        this.jdbc = jdbc;
        this.positions = positions;
        this.json = json;
    }

    /** Locks the campaign until the transaction ends. */
    Optional<Campaign> lock(UUID association, UUID id) {
        return read(jdbc.sql(SELECT + "where c.association_id = ? and c.id = ? for update")
                        .params(Ids.bytes(association), Ids.bytes(id)))
                .stream()
                .findFirst();
    }

    /** Locks those of these campaigns that the association has: by one statement, which walks their key, so that all lock alike. */
    List<Campaign> lockAll(UUID association, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : read(jdbc.sql(
                                SELECT
                                        + "force index (primary) where c.association_id = :association and c.id in (:ids) order by c.id for update")
                        .param("association", Ids.bytes(association))
                        .param("ids", ids.stream().map(Ids::bytes).toList()));
    }

    /** Reads campaigns by a statement that begins with {@link #SELECT}, then the positions of all of them at once. */
    List<Campaign> read(StatementSpec statement) {
        List<Campaign> found = statement.query(this::withoutPositions).list();
        Map<UUID, List<Position>> known =
                positions.of(found.stream().map(Campaign::id).toList());
        return found.stream()
                .map(one -> one.completed(known.getOrDefault(one.id(), List.of())))
                .toList();
    }

    void insert(Campaign campaign) {
        bind(jdbc.sql("""
                        insert into recruitment_campaign (version, title, apply_from, apply_until, starts_on, rules, recorded_at, recorded_by,
                            state, ranking_round, published_at, published_by, ranked_at, ranked_by, approved_at, approved_by, notice_from,
                            notice_to, ended_on, state_reason, institution_id, association_id, id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """), campaign);
        positions.replace(campaign);
    }

    /** Writes everything but the positions. */
    void update(Campaign campaign) {
        bind(jdbc.sql("""
                        update recruitment_campaign set version = ?, title = ?, apply_from = ?, apply_until = ?, starts_on = ?, rules = ?,
                            recorded_at = ?, recorded_by = ?, state = ?, ranking_round = ?, published_at = ?, published_by = ?, ranked_at = ?,
                            ranked_by = ?, approved_at = ?, approved_by = ?, notice_from = ?, notice_to = ?, ended_on = ?, state_reason = ?
                        where institution_id = ? and association_id = ? and id = ?
                        """), campaign);
    }

    void replacePositions(Campaign campaign) {
        positions.replace(campaign);
    }

    private void bind(StatementSpec statement, Campaign campaign) {
        Progress progress = campaign.progress();
        DatePeriod notice = progress.notice();
        StatementSpec bound = statement
                .param(campaign.version())
                .param(campaign.details().title())
                .param(campaign.details().applyFrom())
                .param(campaign.details().applyUntil())
                .param(campaign.details().startsOn())
                .param(json.writeValueAsString(campaign.rules()))
                .param(Timestamp.from(campaign.recorded().at()))
                .param(campaign.recorded().by())
                .param(progress.state().code())
                .param(progress.round());
        step(step(step(bound, progress.published()), progress.ranked()), progress.approved())
                .param(notice == null ? null : notice.from())
                .param(notice == null ? null : notice.to())
                .param(progress.endedOn())
                .param(progress.reason())
                .param(campaign.institution().id().bytes())
                .param(Ids.bytes(campaign.association()))
                .param(Ids.bytes(campaign.id()))
                .update();
    }

    private static StatementSpec step(StatementSpec statement, @Nullable Step step) {
        return statement.param(step == null ? null : Timestamp.from(step.at())).param(step == null ? null : step.by());
    }

    private Campaign withoutPositions(ResultSet row, int number) throws SQLException {
        return new Campaign(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                new InstitutionRef(InstitutionId.of(row.getBytes("institution_id")), row.getString("institution_code")),
                new Campaign.Details(
                        row.getString("title"),
                        row.getObject("apply_from", LocalDate.class),
                        row.getObject("apply_until", LocalDate.class),
                        row.getObject("starts_on", LocalDate.class)),
                json.readValue(row.getString("rules"), ExamRules.class),
                List.of(),
                new Step(row.getTimestamp("recorded_at").toInstant(), row.getString("recorded_by")),
                progress(row));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("notice_from", LocalDate.class);
        LocalDate to = row.getObject("notice_to", LocalDate.class);
        return new Progress(
                Coded.of(State.class, row.getString("state")),
                row.getInt("ranking_round"),
                step(row, "published"),
                step(row, "ranked"),
                step(row, "approved"),
                from == null ? null : new DatePeriod(from, to),
                row.getObject("ended_on", LocalDate.class),
                row.getString("state_reason"));
    }

    private static @Nullable Step step(ResultSet row, String name) throws SQLException {
        Timestamp at = row.getTimestamp(name + "_at");
        return at == null ? null : new Step(at.toInstant(), row.getString(name + "_by"));
    }
}
