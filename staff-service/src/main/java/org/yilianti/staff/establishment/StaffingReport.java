package org.yilianti.staff.establishment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.policy.Policy;
import org.yilianti.platform.time.Recorded;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.establishment.StaffCount.Heads;
import org.yilianti.staff.institution.Tier;
import org.yilianti.staff.member.StaffCategory;
import org.yilianti.staff.membership.Belonging;

/** Compares staff with the standards in force on a day: institution by institution, and the association as a whole. */
@Repository
public class StaffingReport {

    private final JdbcClient jdbc;
    private final Policies policies;

    StaffingReport(JdbcClient jdbc, Policies policies) {
        this.jdbc = jdbc;
        this.policies = policies;
    }

    /** What an association may change of standards. */
    @Configuration(proxyBeanMethods = false)
    static class Declared {

        @Bean
        Policy<StaffingStandards> staffingStandards() {
            return new Policy<>("staffing-standards", StaffingStandards.class, StaffingStandards.standard());
        }
    }

    /**
     * Every finding in scope; those of the association only for whoever holds all of it.
     *
     * @param institution code; null for all in scope and the association
     * @param knownAt null for what is believed now
     */
    public List<StaffingFinding> findings(
            UUID association,
            InstitutionScope scope,
            @Nullable String institution,
            LocalDate asOf,
            @Nullable Instant knownAt) {
        List<StaffingStandard> standards = (knownAt == null
                        ? policies.inForce(association, StaffingStandards.class, asOf)
                        : policies.inForce(association, StaffingStandards.class, asOf, knownAt))
                .standards();
        List<StaffCount> counts = counts(association, scope, asOf, knownAt);
        List<StaffCount> compared = new ArrayList<>(counts.stream()
                .filter(count -> institution == null || institution.equals(count.institutionCode()))
                .toList());
        if (institution == null && scope.all()) {
            compared.add(whole(association, counts));
        }
        return compared.stream()
                .flatMap(count -> standards.stream()
                        .filter(standard -> standard.holdsFor(count.tier()))
                        .flatMap(standard -> StaffingFinding.of(standard, count).stream()))
                .toList();
    }

    /** People with a main appointment, by institution that belongs to the association on the day; category and specialty are those registered now. */
    private List<StaffCount> counts(
            UUID association, InstitutionScope scope, LocalDate asOf, @Nullable Instant knownAt) {
        Map<String, StaffCount> counts = new LinkedHashMap<>();
        String belief = knownAt == null ? "a.believed = 1" : Recorded.knownAtSql("a");
        jdbc.sql("select i.code, i.tier, i.population, m.category, m.specialty, count(distinct a.member_id) as heads"
                        + " from institution i left join appointment a on a.institution_id = i.id and a.main_post and "
                        + belief + " and " + Recorded.asOfSql("a") + " left join member m on m.id = a.member_id"
                        + " where i.association_id = :association and " + scope.sql("i.code") + " and "
                        + Belonging.sql("i.id")
                        + " group by i.code, i.tier, i.population, m.category, m.specialty order by i.code")
                .param("association", Ids.bytes(association))
                .param("scopeCodes", scope.sqlCodes())
                .param("asOf", asOf)
                .param("knownAt", Recorded.knownAtParameter(knownAt))
                .query(row -> {
                    String code = row.getString("code");
                    Tier tier = Coded.of(Tier.class, row.getString("tier"));
                    int population = row.getInt("population");
                    StaffCount count = counts.computeIfAbsent(
                            code, none -> new StaffCount(code, tier, population, new ArrayList<>()));
                    String category = row.getString("category");
                    if (category != null) {
                        count.heads()
                                .add(new Heads(
                                        Coded.of(StaffCategory.class, category),
                                        row.getString("specialty"),
                                        row.getLong("heads")));
                    }
                });
        return List.copyOf(counts.values());
    }

    /** Catchments of different tiers overlap: the association serves the people of its lead institution. */
    private StaffCount whole(UUID association, List<StaffCount> counts) {
        int population = jdbc.sql(
                        "select coalesce(max(population), 0) from institution where association_id = ? and leading_institution")
                .param(Ids.bytes(association))
                .query(Integer.class)
                .single();
        return new StaffCount(
                null,
                null,
                population,
                counts.stream().flatMap(count -> count.heads().stream()).toList());
    }
}
