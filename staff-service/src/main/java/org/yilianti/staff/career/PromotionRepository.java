package org.yilianti.staff.career;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.career.PromotionCase.State;
import org.yilianti.staff.career.PromotionCase.Step;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.member.Title;
import tools.jackson.databind.ObjectMapper;

/** The table of promotion cases. */
@Repository
public class PromotionRepository {

    private static final String SELECT = """
            select c.*, (select code from institution i where i.id = c.institution_id) as institution_code from promotion_case c
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    PromotionRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Whose case it is: to lock the member before the case, as everybody does. */
    Optional<MemberId> memberOf(UUID association, UUID id) {
        return jdbc.sql("select member_id from promotion_case where association_id = ? and id = ?")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query((row, number) -> MemberId.of(row.getBytes("member_id")))
                .optional();
    }

    /** Locks the case until the transaction ends. */
    Optional<PromotionCase> lock(UUID association, UUID id) {
        return jdbc.sql(SELECT + "where c.association_id = ? and c.id = ? for update")
                .params(Ids.bytes(association), Ids.bytes(id))
                .query(this::promotion)
                .optional();
    }

    /** The case, if within sight. */
    public Optional<PromotionCase> find(UUID association, Sight sight, UUID id) {
        return sight.bind(jdbc.sql(SELECT + "where c.association_id = :association and c.id = :id and "
                        + Sight.sqlOf("c.member_id", "c.institution_id")))
                .param("association", Ids.bytes(association))
                .param("id", Ids.bytes(id))
                .query(this::promotion)
                .optional();
    }

    /** Rows of one page, one more than it holds, the newest first. */
    public List<PromotionCase> list(
            UUID association, Sight sight, @Nullable UUID member, @Nullable String state, PageRequest page) {
        return sight.bind(jdbc.sql(SELECT + """
                        where c.association_id = :association and (:member is null or c.member_id = :member)
                            and (:state is null or c.state = :state) and (:after is null or c.id < :after)
                            and\s""" + Sight.sqlOf("c.member_id", "c.institution_id")
                        + " order by c.id desc limit :size"))
                .param("association", Ids.bytes(association))
                .param("member", Ids.bytesOrNull(member))
                .param("state", state)
                .param(
                        "after",
                        page.after() == null ? null : Ids.bytes(page.after().id(0)))
                .param("size", page.fetchSize())
                .query(this::promotion)
                .list();
    }

    /** Whether a promotion of theirs is undecided or coming. */
    boolean undecided(MemberId member) {
        return jdbc.sql("select count(*) from promotion_case where member_id = ? and open_case = 1")
                        .param(member.bytes())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** All of a person. */
    List<PromotionCase> ofMember(UUID association, MemberId member) {
        return jdbc.sql(SELECT + "where c.association_id = ? and c.member_id = ? order by c.id")
                .params(Ids.bytes(association), member.bytes())
                .query(this::promotion)
                .list();
    }

    void handOver(UUID association, MemberId duplicate, MemberId survivor) {
        jdbc.sql(
                        "update promotion_case set member_id = ?, version = version + 1 where association_id = ? and member_id = ?")
                .params(survivor.bytes(), Ids.bytes(association), duplicate.bytes())
                .update();
    }

    void insert(PromotionCase promotion) {
        InstitutionRef institution = promotion.institution();
        jdbc.sql("""
                        insert into promotion_case (id, association_id, version, member_id, institution_id, from_title, to_title, state,
                            conditions, opened_at, opened_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.bytes(promotion.id()))
                .param(Ids.bytes(promotion.association()))
                .param(promotion.version())
                .param(promotion.member().bytes())
                .param(institution == null ? null : institution.id().bytes())
                .param(promotion.from().code())
                .param(promotion.to().code())
                .param(promotion.state().code())
                .param(json.writeValueAsString(promotion.conditions()))
                .param(Timestamp.from(promotion.opened().at()))
                .param(promotion.opened().by())
                .update();
    }

    void update(PromotionCase promotion) {
        Optional<Step> decision = Optional.ofNullable(promotion.decision());
        jdbc.sql("""
                        update promotion_case set version = ?, state = ?, decided_at = ?, decided_by = ?, decision_reason = ?,
                            effective_on = ?
                        where association_id = ? and id = ?
                        """)
                .param(promotion.version())
                .param(promotion.state().code())
                .param(decision.map(step -> Timestamp.from(step.at())).orElse(null))
                .param(decision.map(Step::by).orElse(null))
                .param(decision.map(Step::reason).orElse(null))
                .param(promotion.effectiveOn())
                .param(Ids.bytes(promotion.association()))
                .param(Ids.bytes(promotion.id()))
                .update();
    }

    private PromotionCase promotion(ResultSet row, int number) throws SQLException {
        byte[] institution = row.getBytes("institution_id");
        Timestamp decided = row.getTimestamp("decided_at");
        return new PromotionCase(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                MemberId.of(row.getBytes("member_id")),
                institution == null
                        ? null
                        : new InstitutionRef(InstitutionId.of(institution), row.getString("institution_code")),
                Coded.of(Title.class, row.getString("from_title")),
                Coded.of(Title.class, row.getString("to_title")),
                Coded.of(State.class, row.getString("state")),
                List.of(json.readValue(row.getString("conditions"), Condition[].class)),
                new Step(row.getTimestamp("opened_at").toInstant(), row.getString("opened_by"), null),
                decided == null
                        ? null
                        : new Step(decided.toInstant(), row.getString("decided_by"), row.getString("decision_reason")),
                row.getObject("effective_on", LocalDate.class));
    }
}
