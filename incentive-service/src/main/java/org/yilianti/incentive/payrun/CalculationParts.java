package org.yilianti.incentive.payrun;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;

/** The parts of a calculation's stages and which of them are done; a part is claimed by the lock of its row. */
@Component
public class CalculationParts {

    private static final byte[] FIRST = new byte[16];
    private static final byte[] PAST_LAST = new byte[16];

    static {
        Arrays.fill(PAST_LAST, (byte) 0xFF);
    }

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final CalculationSettings settings;

    CalculationParts(JdbcClient jdbc, JdbcTemplate batches, CalculationSettings settings) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.settings = settings;
    }

    /** How many parts there are and how many are done; none before they are planned. */
    public record Progress(int done, int parts) {}

    public Progress progress(UUID calculation) {
        return jdbc.sql(
                        "select coalesce(sum(done), 0) as done, count(*) as parts from pay_run_part where calculation_id = ?")
                .param(Ids.bytes(calculation))
                .query((row, number) -> new Progress(row.getInt("done"), row.getInt("parts")))
                .single();
    }

    /** Plans the parts of all stages, over the run's institutions and all people of the association. */
    void plan(Calculation calculation) {
        List<UUID> institutions = jdbc.sql(
                        "select institution_id from pay_input_institution where run_id = ? order by institution_id")
                .param(calculation.run().bytes())
                .query((row, number) -> Ids.uuid(row.getBytes(1)))
                .list();
        List<byte[]> boundaries = boundaries(calculation.association());
        List<Object[]> rows = new ArrayList<>();
        for (CalculationStage stage : CalculationStage.values()) {
            int count = !stage.isInParts() ? 0 : stage.isByInstitution() ? institutions.size() : boundaries.size() - 1;
            for (int number = 0; number < count; number++) {
                boolean institution = stage.isByInstitution();
                rows.add(new Object[] {
                    Ids.bytes(calculation.id()),
                    stage.code(),
                    number,
                    Ids.bytes(calculation.association()),
                    institution ? Ids.bytes(institutions.get(number)) : null,
                    institution ? null : boundaries.get(number),
                    institution ? null : boundaries.get(number + 1)
                });
            }
        }
        batches.batchUpdate("""
                insert into pay_run_part (calculation_id, stage, part_no, association_id, institution_id, from_member, to_member)
                values (?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    /** Where ranges of so many people begin, and the end of the last. */
    private List<byte[]> boundaries(UUID association) {
        List<byte[]> boundaries = new ArrayList<>(List.of(FIRST));
        Optional<byte[]> next = Optional.of(FIRST);
        while (next.isPresent()) {
            next = jdbc.sql(
                            "select id from directory_member where association_id = ? and id > ? order by id limit 1 offset ?")
                    .params(Ids.bytes(association), next.get(), settings.peoplePerPart() - 1)
                    .query((row, number) -> row.getBytes(1))
                    .optional();
            next.ifPresent(boundaries::add);
        }
        boundaries.add(PAST_LAST);
        return boundaries;
    }

    /** Those of a stage that are not done, in order; somebody may be at them. */
    List<Integer> open(UUID calculation, CalculationStage stage) {
        return jdbc.sql(
                        "select part_no from pay_run_part where calculation_id = ? and stage = ? and not done order by part_no")
                .params(Ids.bytes(calculation), stage.code())
                .query(Integer.class)
                .list();
    }

    /** Claims a part until the end of the transaction; empty when it is done or somebody else is at it. */
    Optional<CalculationPart> claim(UUID calculation, CalculationStage stage, int number) {
        return jdbc.sql("""
                        select part_no, institution_id, from_member, to_member, done from pay_run_part
                        where calculation_id = ? and stage = ? and part_no = ? for update skip locked
                        """)
                .params(Ids.bytes(calculation), stage.code(), number)
                .query(CalculationParts::openPart)
                .optional()
                .flatMap(part -> part);
    }

    void done(UUID calculation, CalculationStage stage, CalculationPart part) {
        jdbc.sql("update pay_run_part set done = true where calculation_id = ? and stage = ? and part_no = ?")
                .params(Ids.bytes(calculation), stage.code(), part.number())
                .update();
    }

    private static Optional<CalculationPart> openPart(ResultSet row, int index) throws SQLException {
        if (row.getBoolean("done")) {
            return Optional.empty();
        }
        int number = row.getInt("part_no");
        byte[] institution = row.getBytes("institution_id");
        return Optional.of(
                institution == null
                        ? new CalculationPart.OfPeople(number, row.getBytes("from_member"), row.getBytes("to_member"))
                        : new CalculationPart.AtInstitution(number, Ids.uuid(institution)));
    }
}
