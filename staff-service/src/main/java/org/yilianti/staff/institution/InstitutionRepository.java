package org.yilianti.staff.institution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.entry.Coded;

/** The table of institutions. */
@Repository
class InstitutionRepository {

    static final String SELECT = """
            select i.*, p.code as parent_code from institution i left join institution p on p.id = i.parent_id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    InstitutionRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Locks the institution until the transaction ends. */
    Optional<Institution> lock(UUID association, InstitutionId id) {
        return functioning(jdbc.sql(SELECT + "where i.association_id = ? and i.id = ? for update")
                        .params(Ids.bytes(association), id.bytes())
                        .query(InstitutionRepository::institution)
                        .list())
                .stream()
                .findFirst();
    }

    /** Locks every institution of the association: a few hundred rows. */
    List<Institution> lockAll(UUID association) {
        return functioning(jdbc.sql(SELECT + "where i.association_id = ? order by i.id for update")
                .param(Ids.bytes(association))
                .query(InstitutionRepository::institution)
                .list());
    }

    /** These institutions with what they are there for. */
    List<Institution> functioning(List<Institution> institutions) {
        if (institutions.isEmpty()) {
            return institutions;
        }
        Map<InstitutionId, List<FunctionTerm>> functions = new HashMap<>();
        jdbc.sql("select * from institution_function where institution_id in (:ids)")
                .param(
                        "ids",
                        institutions.stream().map(each -> each.id().bytes()).toList())
                .query(row -> {
                    functions
                            .computeIfAbsent(
                                    InstitutionId.of(row.getBytes("institution_id")), none -> new ArrayList<>())
                            .add(new FunctionTerm(
                                    Coded.of(InstitutionFunction.class, row.getString("function_code")),
                                    new DatePeriod(
                                            row.getObject("valid_from", LocalDate.class),
                                            row.getObject("valid_to", LocalDate.class))));
                });
        return institutions.stream()
                .map(each -> each.withFunctions(functions.getOrDefault(each.id(), List.of())))
                .toList();
    }

    /** Writes what these institutions are there for in place of what was said before. */
    void saveFunctions(Collection<Institution> institutions) {
        batches.batchUpdate(
                "delete from institution_function where institution_id = ?",
                institutions.stream()
                        .map(each -> new Object[] {each.id().bytes()})
                        .toList());
        batches.batchUpdate(
                """
                insert into institution_function (association_id, institution_id, function_code, valid_from, valid_to)
                values (?, ?, ?, ?, ?)
                """,
                institutions.stream()
                        .flatMap(each -> each.functions().stream().map(term -> new Object[] {
                            Ids.bytes(each.association()),
                            each.id().bytes(),
                            term.function().code(),
                            term.valid().from(),
                            term.valid().to()
                        }))
                        .toList());
    }

    void insert(Collection<Institution> institutions) {
        batches.batchUpdate(
                """
                insert into institution (version, code, name, name_en, tier, leading_institution, setting, population, area_km2,
                    latitude, longitude, parent_id, association_id, id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, institutions.stream().map(InstitutionRepository::columns).toList());
    }

    void update(Collection<Institution> institutions) {
        batches.batchUpdate(
                """
                update institution set version = ?, code = ?, name = ?, name_en = ?, tier = ?, leading_institution = ?, setting = ?,
                    population = ?, area_km2 = ?, latitude = ?, longitude = ?, parent_id = ?
                where association_id = ? and id = ?
                """, institutions.stream().map(InstitutionRepository::columns).toList());
    }

    private static Object[] columns(Institution institution) {
        InstitutionDetails details = institution.details();
        InstitutionId parent = institution.parent();
        return new Object[] {
            institution.version(),
            details.code(),
            details.name(),
            details.nameEn(),
            details.tier().code(),
            details.lead(),
            details.setting().code(),
            details.population(),
            details.areaKm2(),
            details.latitude(),
            details.longitude(),
            parent == null ? null : parent.bytes(),
            Ids.bytes(institution.association()),
            institution.id().bytes()
        };
    }

    static Institution institution(ResultSet row, int number) throws SQLException {
        byte[] parent = row.getBytes("parent_id");
        return new Institution(
                InstitutionId.of(row.getBytes("id")),
                Ids.uuid(row.getBytes("association_id")),
                row.getLong("version"),
                new InstitutionDetails(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("name_en"),
                        Coded.of(Tier.class, row.getString("tier")),
                        row.getBoolean("leading_institution"),
                        Coded.of(Setting.class, row.getString("setting")),
                        row.getInt("population"),
                        row.getBigDecimal("area_km2"),
                        row.getBigDecimal("latitude"),
                        row.getBigDecimal("longitude"),
                        row.getString("parent_code")),
                parent == null ? null : InstitutionId.of(parent),
                List.of());
    }
}
