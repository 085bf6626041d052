package org.yilianti.incentive.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;

/** Who judges what, and what they said. */
@Component
public class Ratings {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Ratings(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A page of a campaign's ratings of subjects in scope, by id. */
    public List<Rating> of(UUID association, UUID campaign, InstitutionScope scope, PageRequest page) {
        return jdbc.sql("""
                        select r.* from campaign_rating r
                        join campaign_subject s on s.campaign_id = r.campaign_id and s.code = r.subject
                        where r.association_id = :association and r.campaign_id = :campaign and r.id > :after and %s
                        order by r.id limit :size
                        """.formatted(scope.sql("s.institution_code")))
                .param("association", Ids.bytes(association))
                .param("campaign", Ids.bytes(campaign))
                .param("after", after(page))
                .param("scopeCodes", scope.sqlCodes())
                .param("size", page.fetchSize())
                .query(Ratings::rating)
                .list();
    }

    /** A page of what somebody is to judge in campaigns that are open, by id. */
    public List<Rating> own(UUID association, String rater, PageRequest page) {
        return jdbc.sql("""
                        select r.* from campaign_rating r join campaign c on c.id = r.campaign_id
                        where r.association_id = ? and r.rater = ? and r.id > ? and c.status = 'open' order by r.id limit ?
                        """)
                .param(Ids.bytes(association))
                .param(rater)
                .param(after(page))
                .param(page.fetchSize())
                .query(Ratings::rating)
                .list();
    }

    /** A rating of this rater, locked until the end of the transaction. */
    Optional<Rating> lockOwn(UUID association, UUID id, String rater) {
        return jdbc.sql("select * from campaign_rating where association_id = ? and id = ? and rater = ? for update")
                .params(Ids.bytes(association), Ids.bytes(id), rater)
                .query(Ratings::rating)
                .optional();
    }

    /** The campaign of a rating of this rater. */
    Optional<UUID> campaign(UUID association, UUID id, String rater) {
        return jdbc.sql("select campaign_id from campaign_rating where association_id = ? and id = ? and rater = ?")
                .params(Ids.bytes(association), Ids.bytes(id), rater)
                .query((row, number) -> Ids.uuid(row.getBytes(1)))
                .optional();
    }

    /** All that were given. */
    List<Rating> given(UUID campaign) {
        return jdbc.sql("select * from campaign_rating where campaign_id = ? and score is not null order by id")
                .param(Ids.bytes(campaign))
                .query(Ratings::rating)
                .list();
    }

    /** Everybody who gave one. */
    Set<String> raters(UUID campaign) {
        return given(campaign).stream().map(Rating::rater).collect(Collectors.toSet());
    }

    /** Everybody who gave one of this subject. */
    Set<String> raters(UUID campaign, String subject) {
        return given(campaign).stream()
                .filter(one -> one.subject().equals(subject))
                .map(Rating::rater)
                .collect(Collectors.toSet());
    }

    void insert(List<Rating> ratings, String author) {
        batches.batchUpdate(
                """
                insert into campaign_rating (id, association_id, version, campaign_id, subject, component, rater, rater_staff_no, sector,
                    assigned_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                ratings.stream()
                        .map(one -> new Object[] {
                            Ids.bytes(one.id()),
                            Ids.bytes(one.association()),
                            one.version(),
                            Ids.bytes(one.campaign()),
                            one.subject(),
                            one.component().code(),
                            one.rater(),
                            one.raterStaffNo(),
                            one.sector(),
                            author
                        })
                        .toList());
    }

    void update(Rating one) {
        Instant scoredAt = one.scoredAt();
        jdbc.sql("update campaign_rating set version = ?, score = ?, remark = ?, scored_at = ? where id = ?")
                .param(one.version())
                .param(one.score())
                .param(one.remark())
                .param(scoredAt == null ? null : Timestamp.from(scoredAt))
                .param(Ids.bytes(one.id()))
                .update();
    }

    private static byte[] after(PageRequest page) {
        return page.afterId();
    }

    private static Rating rating(ResultSet row, int number) throws SQLException {
        Timestamp scoredAt = row.getTimestamp("scored_at");
        return new Rating(
                Ids.uuid(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                Ids.uuid(row.getBytes("campaign_id")),
                row.getString("subject"),
                ComponentKind.of(row.getString("component")),
                row.getString("rater"),
                row.getString("rater_staff_no"),
                row.getString("sector"),
                row.getBigDecimal("score"),
                row.getString("remark"),
                scoredAt == null ? null : scoredAt.toInstant());
    }
}
