package org.yilianti.rotation.fairness;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sight;
import org.yilianti.rotation.roster.RosterPolicy;

/** Reads what people carried. */
@Repository
public class FairnessLedger {

    private static final String DUTIES = """
            select d.member_id, count(*) duties, sum(timestampdiff(minute, d.starts_at, d.ends_at)) minutes, sum(d.night) nights,
                count(distinct case when weekday(d.work_date) >= 5
                    then date_sub(d.work_date, interval weekday(d.work_date) day) end) weekends,
                sum(d.work_date in (:holidays)) holidays,
                sum(case when exists (select 1 from directory_appointment a where a.member_id = d.member_id and a.main
                    and a.institution_id = d.institution_id and a.valid_from <= d.work_date
                    and (a.valid_to is null or a.valid_to > d.work_date)) then 0 else 1 end) away
            from duty d join roster_plan p on p.id = d.plan_id and p.status = 'published'
            where d.association_id = :association and d.member_id in (:members) and d.work_date >= :from and d.work_date < :to
            group by d.member_id
            """;

    private static final String REFUSED_WISHES = """
            select w.member_id, count(*) refused from roster_wish w
            where w.association_id = :association and w.member_id in (:members) and w.withdrawn = false
                and w.wish_date >= :from and w.wish_date < :to
                and exists (select 1 from roster_plan p join roster_plan_institution i on i.plan_id = p.id
                    where p.association_id = w.association_id and p.status = 'published'
                        and p.month = date_format(w.wish_date, '%Y-%m')
                        and i.institution_id = coalesce(w.institution_id, w.home_institution_id))
                and w.wanted <> exists (select 1 from duty d join roster_plan p on p.id = d.plan_id and p.status = 'published'
                    where d.association_id = w.association_id and d.member_id = w.member_id and d.work_date = w.wish_date
                        and (w.shift is null or (d.shift = w.shift and d.institution_id = w.institution_id)))
            group by w.member_id
            """;

    private final JdbcClient jdbc;
    private final Policies policies;
    private final Clock clock;

    FairnessLedger(JdbcClient jdbc, Policies policies, Clock clock) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.clock = clock;
    }

    /** What these members carried in the period (which must end); one without an entry carried nothing. */
    public Map<UUID, Burden> of(UUID association, Collection<UUID> memberIds, DatePeriod period) {
        if (memberIds.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Burden> burdens = new HashMap<>();
        statement(DUTIES, association, memberIds, period)
                .param("holidays", holidays(association, period))
                .query((row, number) -> burdens.put(
                        Ids.uuid(row.getBytes("member_id")),
                        new Burden(
                                row.getInt("duties"),
                                row.getInt("minutes"),
                                row.getInt("nights"),
                                row.getInt("weekends"),
                                row.getInt("holidays"),
                                row.getInt("away"),
                                0)))
                .list();
        statement(REFUSED_WISHES, association, memberIds, period)
                .query((row, number) -> burdens.merge(
                        Ids.uuid(row.getBytes("member_id")),
                        Burden.NONE.withRefusedWishes(row.getInt("refused")),
                        (carried, refused) -> carried.withRefusedWishes(refused.refusedWishes())))
                .list();
        return burdens;
    }

    /** What these members carried in the months before this one, as far back as policy looks. */
    public Map<UUID, Burden> before(UUID association, Collection<UUID> memberIds, YearMonth month) {
        int months = policies.inForce(association, RosterPolicy.class, month.atDay(1))
                .carriedMonths();
        return months == 0
                ? Map.of()
                : of(
                        association,
                        memberIds,
                        new DatePeriod(month.minusMonths(months).atDay(1), month.atDay(1)));
    }

    /** The members with an appointment at an institution in the period, as far as the caller may see them, by id. */
    List<UUID> members(Sight sight, @Nullable UUID institution, DatePeriod period, PageRequest page) {
        var after = page.after();
        return sight.bind(jdbc.sql("""
                        select distinct a.member_id from directory_appointment a
                        where %s and (:institution is null or a.institution_id = :institution)
                            and a.valid_from < :to and (a.valid_to is null or a.valid_to > :from)
                            and (:after is null or a.member_id > :after)
                        order by a.member_id limit :limit
                        """.formatted(sight.sql("a.association_id", "a.member_id", "a.institution_id"))))
                .param("institution", Ids.bytesOrNull(institution))
                .param("from", period.from())
                .param("to", period.to())
                .param("after", after == null ? null : Ids.bytes(after.id(0)))
                .param("limit", page.fetchSize())
                .query((row, number) -> Ids.uuid(row.getBytes(1)))
                .list();
    }

    /** Everybody's line, a page of people by id. */
    public List<LedgerLine> lines(Sight sight, @Nullable UUID institution, DatePeriod period, PageRequest page) {
        List<UUID> members = members(sight, institution, period, page);
        Map<UUID, Burden> burdens = of(sight.association(), members, period);
        return members.stream()
                .map(member -> new LedgerLine(member, burdens.getOrDefault(member, Burden.NONE)))
                .toList();
    }

    /** One person of the ledger. */
    public record LedgerLine(UUID memberId, Burden burden) {}

    private JdbcClient.StatementSpec statement(
            String sql, UUID association, Collection<UUID> memberIds, DatePeriod period) {
        return jdbc.sql(sql)
                .param("association", Ids.bytes(association))
                .param("members", memberIds.stream().map(Ids::bytes).toList())
                .param("from", period.from())
                .param("to", period.to());
    }

    /** Each day by the policy in force on it. Never empty, since {@code in ()} is no SQL. */
    private List<LocalDate> holidays(UUID association, DatePeriod period) {
        var rosters = policies.timeline(association, RosterPolicy.class, clock.instant());
        List<LocalDate> holidays = new ArrayList<>(period.from()
                .datesUntil(Objects.requireNonNull(period.to()))
                .filter(day -> rosters.on(day).publicHolidays().contains(day))
                .toList());
        holidays.add(LocalDate.of(1900, 1, 1));
        return holidays;
    }
}
