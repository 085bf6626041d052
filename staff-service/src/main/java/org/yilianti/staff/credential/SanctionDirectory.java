package org.yilianti.staff.credential;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;

/** Finds sanctions without changing them. */
@Repository
public class SanctionDirectory {

    private final JdbcClient jdbc;
    private final SanctionRepository sanctions;

    SanctionDirectory(JdbcClient jdbc, SanctionRepository sanctions) {
        this.jdbc = jdbc;
        this.sanctions = sanctions;
    }

    /** Everything that was ever decided on a licence that the caller has found in sight, in the order of beginning. */
    public List<Sanction> of(Licence licence) {
        return sanctions.of(licence.id()).all();
    }

    /** The licence that a sanction keeps from being used, in sight or not. */
    public Optional<LicenceId> licenceOf(UUID association, UUID sanction) {
        return jdbc.sql("select licence_id from licence_sanction where association_id = ? and id = ?")
                .params(Ids.bytes(association), Ids.bytes(sanction))
                .query((row, number) -> LicenceId.of(row.getBytes("licence_id")))
                .optional();
    }
}
