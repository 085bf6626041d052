package org.yilianti.rotation.agreement;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import tools.jackson.databind.ObjectMapper;

/** What was agreed, version by version; only grows. */
@Repository
class AgreementVersions {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TermsRows rows;
    private final Clock clock;

    AgreementVersions(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.rows = new TermsRows(json);
        this.clock = clock;
    }

    /** Those of each agreement, oldest first. */
    Map<UUID, List<AgreementVersion>> of(Collection<UUID> agreements) {
        record Row(UUID agreement, AgreementVersion version) {}
        if (agreements.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        "select * from practice_agreement_version where agreement_id in (:ids) order by agreement_id, number")
                .param("ids", agreements.stream().map(Ids::bytes).toList())
                .query((row, number) -> new Row(
                        Ids.uuid(row.getBytes("agreement_id")),
                        new AgreementVersion(
                                row.getInt("number"),
                                row.getObject("effective_from", LocalDate.class),
                                rows.terms(row),
                                row.getTimestamp("agreed_at").toInstant(),
                                Ids.uuidOrNull(row.getBytes("amendment_id")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::agreement, Collectors.mapping(Row::version, Collectors.toList())));
    }

    /** Keeps versions as agreed now. */
    void insert(UUID agreement, List<AgreementVersion> agreed) {
        batches.batchUpdate(
                "insert into practice_agreement_version (agreement_id, number, effective_from, agreed_at, amendment_id, "
                        + TermsRows.COLUMNS + ") values (?, ?, ?, ?, ?, " + TermsRows.PLACES + ")",
                agreed.stream().map(one -> columns(agreement, one)).toList());
    }

    private @Nullable Object[] columns(UUID agreement, AgreementVersion version) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(
                Ids.bytes(agreement),
                version.number(),
                version.effectiveFrom(),
                Timestamp.from(clock.instant()),
                Ids.bytesOrNull(version.amendmentId())));
        values.addAll(rows.values(version.terms()));
        return values.toArray();
    }
}
