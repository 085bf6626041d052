package org.yilianti.staff.training;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.membership.Belonging;

/**
 * Credits against the yearly need: of each person, of each institution and of the association (R7).
 *
 * <p>Whoever has a main appointment on the last day of the year, or today in the present year, is counted, at its institution. The
 * need is that of the policy on that day. What institutions are told of, and the association, counts those that belong to the association
 * on that day; the accounts of people are found whether theirs does or not.
 */
@Repository
public class CreditAccounts {

    /** Everybody who needs credits, with what was earned. */
    private static final String EARNED = """
            select m.id as member_id, m.staff_no, i.id as institution_id, i.code,
                coalesce(sum(case when c.credit_class = 'class-i' then c.credits end), 0) as one,
                coalesce(sum(case when c.credit_class = 'class-ii' then c.credits end), 0) as two
            from appointment a join member m on m.id = a.member_id and m.merged_into_id is null
            join institution i on i.id = a.institution_id
            left join training_credit c on c.member_id = m.id and c.standing = 1 and c.earned_on >= :newYear and c.earned_on < :nextYear
            where a.association_id = :association and a.believed = 1 and a.main_post and a.valid_from <= :asOf
                and (a.valid_to is null or a.valid_to > :asOf) and m.category not in (:exempt)
            """;

    private static final String GROUPED = " group by m.id, m.staff_no, i.id, i.code";

    /** The sums of {@link #EARNED} held against the need. */
    private static final String JUDGED = """
            select e.*, least(e.one, :mostOne) + least(e.two, :mostTwo) as counted,
                greatest(:yearly - least(e.one, :mostOne) - least(e.two, :mostTwo),
                    greatest(:leastOne - e.one, 0) + greatest(:leastTwo - e.two, 0), 0) as lacking from (
            """;

    /** Institutions where credits are recorded and somebody lacks some, due on {@code :yearEnd}. */
    static final String BEHIND =
            "select j.institution_id as subject_id, null as member_id, j.institution_id, cast(:yearEnd as date) as due_on from ("
                    + JUDGED + EARNED + " and " + Belonging.sql("i.id") + GROUPED
                    + ") e) j where cast(:yearEnd as date) <= :horizon"
                    + " group by j.institution_id having sum(j.lacking > 0) > 0 and sum(j.counted) > 0";

    private final JdbcClient jdbc;
    private final Policies policies;
    private final AssociationCalendar calendar;

    CreditAccounts(JdbcClient jdbc, Policies policies, AssociationCalendar calendar) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.calendar = calendar;
    }

    /**
     * How an institution, or the association, has met the need.
     *
     * @param institutionCode null for the association
     * @param people who need credits
     * @param lacking credits that all of them together lack
     */
    public record Compliance(@Nullable String institutionCode, long people, long met, BigDecimal lacking) {}

    /** What somebody had earned in a past year. */
    public record Year(int year, BigDecimal counted, BigDecimal lacking) {}

    /** Rows of one page by staff number, one more than it holds. */
    public List<CreditAccount> list(
            UUID association,
            Sight sight,
            int year,
            @Nullable String institution,
            boolean lackingOnly,
            SortOrder sort,
            PageRequest page) {
        return jdbc.sql(JUDGED + EARNED + " and (:institution is null or i.code = :institution) and ("
                        + sight.offices().sql("i.code") + " or m.staff_no = :ownStaffNo) and " + sort.afterSql(page)
                        + GROUPED
                        + ") e having (not :lackingOnly or lacking > 0) order by e.staff_no, e.member_id limit :size")
                .params(params(association, year))
                .param("institution", institution)
                .param("scopeCodes", sight.offices().sqlCodes())
                .param("ownStaffNo", sight.ownStaffNo())
                .param("lackingOnly", lackingOnly)
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize())
                .query((row, number) -> new CreditAccount(
                        Ids.uuid(row.getBytes("member_id")),
                        row.getString("staff_no"),
                        row.getString("code"),
                        row.getBigDecimal("one"),
                        row.getBigDecimal("two"),
                        row.getBigDecimal("counted"),
                        row.getBigDecimal("lacking")))
                .list();
    }

    /** Each institution in scope that belongs to the association, and the association last when all are. */
    public List<Compliance> compliance(UUID association, InstitutionScope scope, int year) {
        return jdbc
                .sql("select j.code, count(*) as people, sum(j.lacking <= 0) as met, sum(j.lacking) as missing from ("
                        + JUDGED
                        + EARNED + " and " + scope.sql("i.code") + " and " + Belonging.sql("i.id") + GROUPED
                        + ") e) j group by j.code with rollup")
                .params(params(association, year))
                .param("scopeCodes", scope.sqlCodes())
                .query((row, number) -> new Compliance(
                        row.getString("code"), row.getLong("people"), row.getLong("met"), row.getBigDecimal("missing")))
                .list()
                .stream()
                .filter(found -> found.institutionCode() != null || scope.all())
                .sorted(Comparator.comparing(
                        Compliance::institutionCode, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** The full calendar years before a day in which the policy asks somebody who is promoted to have met the need. */
    public List<Year> beforePromotion(UUID association, MemberId member, LocalDate day) {
        int years = policies.inForce(association, CreditNeeds.class, day).promotionYears();
        return IntStream.rangeClosed(day.getYear() - years, day.getYear() - 1)
                .mapToObj(year -> year(association, member, year))
                .toList();
    }

    private Year year(UUID association, MemberId member, int year) {
        return jdbc.sql(JUDGED + """
                        select m.id as member_id,
                            coalesce(sum(case when c.credit_class = 'class-i' then c.credits end), 0) as one,
                            coalesce(sum(case when c.credit_class = 'class-ii' then c.credits end), 0) as two
                        from member m left join training_credit c on c.member_id = m.id and c.standing = 1
                            and c.earned_on >= :newYear and c.earned_on < :nextYear
                        where m.association_id = :association and m.id = :member and m.category not in (:exempt) group by m.id) e
                        """)
                .params(params(association, year))
                .param("member", member.bytes())
                .query((row, number) -> new Year(year, row.getBigDecimal("counted"), row.getBigDecimal("lacking")))
                .optional()
                .orElse(new Year(year, BigDecimal.ZERO, BigDecimal.ZERO));
    }

    /** The parameters of the queries about a year. */
    Map<String, Object> params(UUID association, int year) {
        LocalDate last = LocalDate.of(year, 12, 31);
        LocalDate today = calendar.today();
        LocalDate asOf = last.isAfter(today) ? today : last;
        CreditNeeds needs = policies.inForce(association, CreditNeeds.class, asOf);
        Map<String, Object> params = new HashMap<>();
        params.put("association", Ids.bytes(association));
        params.put("newYear", LocalDate.of(year, 1, 1));
        params.put("nextYear", LocalDate.of(year + 1, 1, 1));
        params.put("asOf", asOf);
        params.put("yearly", needs.yearly());
        params.put("leastOne", needs.classOne().atLeast());
        params.put("mostOne", needs.classOne().atMost());
        params.put("leastTwo", needs.classTwo().atLeast());
        params.put("mostTwo", needs.classTwo().atMost());
        params.put(
                "exempt",
                needs.exempt().isEmpty()
                        ? List.of("")
                        : needs.exempt().stream().map(Coded::code).toList());
        return params;
    }
}
