package org.yilianti.incentive.campaign;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.scheme.NoData;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;

/** What came of campaigns, edition by edition. */
@Component
public class CampaignResults {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CampaignResults(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A page of an edition's scores of subjects in scope, by their codes. */
    public List<SubjectScore> list(UUID campaign, int edition, InstitutionScope scope, PageRequest page) {
        return jdbc.sql("""
                        select r.subject, r.score from campaign_result r
                        join campaign_subject s on s.campaign_id = r.campaign_id and s.code = r.subject
                        where r.campaign_id = :campaign and r.edition = :edition and r.subject > :after and %s
                        order by r.subject limit :size
                        """.formatted(scope.sql("s.institution_code")))
                .param("campaign", Ids.bytes(campaign))
                .param("edition", edition)
                .param("after", page.after() == null ? "" : page.after().text(0))
                .param("scopeCodes", scope.sqlCodes())
                .param("size", page.fetchSize())
                .query((row, number) -> score(campaign, edition, row))
                .list();
    }

    /** A person's score in a campaign that was published, of its newest edition. */
    public record OwnScore(
            UUID campaign,
            String name,
            int edition,
            @Nullable LocalDate objectionsUntil,
            SubjectScore score) {}

    /** A page of what was published about a person, newest campaign first. */
    public List<OwnScore> own(UUID association, String staffNo, PageRequest page) {
        return jdbc.sql("""
                        select c.id, c.name, c.edition, c.objections_until, r.subject, r.score from campaign c
                        join campaign_subject s on s.campaign_id = c.id and s.staff_no = :staffNo
                        join campaign_result r on r.campaign_id = c.id and r.edition = c.edition and r.subject = s.code
                        where c.association_id = :association and c.status in ('published', 'final') and (:after is null or c.id < :after)
                        order by c.id desc limit :size
                        """)
                .param("association", Ids.bytes(association))
                .param("staffNo", staffNo)
                .param(
                        "after",
                        page.after() == null ? null : Ids.bytes(page.after().id(0)))
                .param("size", page.fetchSize())
                .query((row, number) -> own(row))
                .list();
    }

    private OwnScore own(ResultSet row) throws SQLException {
        UUID campaign = Ids.uuid(row.getBytes("id"));
        int edition = row.getInt("edition");
        return new OwnScore(
                campaign,
                row.getString("name"),
                edition,
                row.getObject("objections_until", LocalDate.class),
                score(campaign, edition, row));
    }

    /** All scores of an edition, by the codes of their subjects. */
    List<SubjectScore> all(UUID campaign, int edition) {
        return jdbc.sql(
                        "select subject, score from campaign_result where campaign_id = ? and edition = ? order by subject")
                .params(Ids.bytes(campaign), edition)
                .query((row, number) -> score(campaign, edition, row))
                .list();
    }

    /** Keeps an edition; the first takes the place of one that was sent back. */
    void insert(Campaign of, List<SubjectScore> scores) {
        byte[] id = Ids.bytes(of.id());
        byte[] association = Ids.bytes(of.association());
        for (String table : List.of("campaign_part", "campaign_result")) {
            jdbc.sql("delete from " + table + " where campaign_id = ? and edition = ?")
                    .params(id, of.edition())
                    .update();
        }
        batches.batchUpdate(
                "insert into campaign_result (campaign_id, edition, subject, association_id, score) values (?, ?, ?, ?, ?)",
                scores.stream()
                        .map(one -> new Object[] {id, of.edition(), one.subject(), association, one.score()})
                        .toList());
        batches.batchUpdate(
                """
                insert into campaign_part (campaign_id, edition, subject, component, association_id, weight, score, given, dropped, least,
                    most, deviation, low, high, reason, missing) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                scores.stream()
                        .flatMap(one -> one.parts().stream().map(part -> row(of, one.subject(), part)))
                        .toList());
    }

    private static @Nullable Object[] row(Campaign of, String subject, Part part) {
        Spread spread = part.spread();
        Part.Interval interval = part.interval();
        NoData missing = part.missing();
        return new @Nullable Object[] {
            Ids.bytes(of.id()),
            of.edition(),
            subject,
            part.kind().code(),
            Ids.bytes(of.association()),
            part.weight(),
            part.score(),
            part.given(),
            part.dropped(),
            spread == null ? null : spread.least(),
            spread == null ? null : spread.most(),
            spread == null ? null : spread.deviation(),
            interval == null ? null : interval.low(),
            interval == null ? null : interval.high(),
            part.reason().code(),
            missing == null ? null : missing.code()
        };
    }

    private SubjectScore score(UUID campaign, int edition, ResultSet row) throws SQLException {
        String subject = row.getString("subject");
        return new SubjectScore(subject, row.getBigDecimal("score"), parts(campaign, edition, subject));
    }

    private List<Part> parts(UUID campaign, int edition, String subject) {
        return jdbc.sql(
                        "select * from campaign_part where campaign_id = ? and edition = ? and subject = ? order by component")
                .params(Ids.bytes(campaign), edition, subject)
                .query(CampaignResults::part)
                .list();
    }

    private static Part part(ResultSet row, int number) throws SQLException {
        BigDecimal least = row.getBigDecimal("least");
        BigDecimal low = row.getBigDecimal("low");
        String missing = row.getString("missing");
        return new Part(
                ComponentKind.of(row.getString("component")),
                row.getBigDecimal("weight"),
                row.getBigDecimal("score"),
                row.getInt("given"),
                row.getInt("dropped"),
                least == null ? null : new Spread(least, row.getBigDecimal("most"), row.getBigDecimal("deviation")),
                low == null ? null : new Part.Interval(low, row.getBigDecimal("high")),
                PartReason.of(row.getString("reason")),
                missing == null ? null : NoData.of(missing));
    }
}
