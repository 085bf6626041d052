package org.yilianti.incentive.scheme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The groups and indicators of schemes. */
@Component
class SchemeContents {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;

    SchemeContents(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    void replace(IndicatorScheme scheme) {
        for (String table : List.of("indicator", "indicator_group")) {
            jdbc.sql("delete from " + table + " where scheme_id = ?")
                    .param(scheme.id().bytes())
                    .update();
        }
        insert(scheme);
    }

    void insert(IndicatorScheme scheme) {
        List<Object[]> groups = new ArrayList<>();
        for (IndicatorGroup one : scheme.content().groups()) {
            groups.add(new Object[] {
                scheme.id().bytes(),
                one.code(),
                Ids.bytes(scheme.association()),
                groups.size(),
                one.parent(),
                one.name(),
                one.nameEn(),
                one.weight()
            });
        }
        batches.batchUpdate("""
                insert into indicator_group (scheme_id, code, association_id, position, parent, name, name_en, weight)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, groups);
        List<Object[]> rows = new ArrayList<>();
        for (Indicator one : scheme.indicators()) {
            DataSource source = one.source();
            rows.add(new Object[] {
                scheme.id().bytes(),
                one.code(),
                Ids.bytes(scheme.association()),
                rows.size(),
                one.name(),
                one.nameEn(),
                one.weight(),
                one.target(),
                one.floor(),
                one.scoring().code(),
                one.parent(),
                one.bands().isEmpty() ? null : json.writeValueAsString(one.bands()),
                one.unit(),
                source == null ? null : source.code()
            });
        }
        batches.batchUpdate("""
                insert into indicator (scheme_id, code, association_id, position, name, name_en, weight, target, floor_value, scoring,
                    parent, bands, unit, source) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    SchemeContent read(SchemeId id, NoData noData) {
        List<IndicatorGroup> groups = jdbc.sql("select * from indicator_group where scheme_id = ? order by position")
                .param(id.bytes())
                .query((row, number) -> new IndicatorGroup(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("name_en"),
                        row.getBigDecimal("weight"),
                        row.getString("parent")))
                .list();
        List<Indicator> indicators = jdbc.sql("select * from indicator where scheme_id = ? order by position")
                .param(id.bytes())
                .query(this::indicator)
                .list();
        return new SchemeContent(groups, indicators, noData);
    }

    private Indicator indicator(ResultSet row, int number) throws SQLException {
        return new Indicator(
                row.getString("code"),
                row.getString("name"),
                row.getString("name_en"),
                row.getBigDecimal("weight"),
                row.getBigDecimal("target"),
                row.getBigDecimal("floor_value"),
                Scoring.of(row.getString("scoring")),
                row.getString("parent"),
                bands(row.getString("bands")),
                row.getString("unit"),
                DataSource.of(row.getString("source")));
    }

    private List<Band> bands(@Nullable String stored) {
        return stored == null ? List.of() : json.readValue(stored, new TypeReference<List<Band>>() {});
    }
}
