package org.yilianti.staff.association;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;

/** Registers and revises the association. */
@Service
public class AssociationManagement {

    private static final String SELECT = "select id, version, code, name, name_en from association where id = ?";

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    AssociationManagement(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** The association, once it is registered. */
    public Optional<Association> find(UUID id) {
        return read(SELECT, id);
    }

    /** Changes what is said about the association; the same content makes no new version. */
    @Transactional
    public Association revise(Editor editor, ExpectedVersion expected, Entry entry) {
        Association known = read(SELECT + " for update", editor.association())
                .orElse(Association.unregistered(editor.association()));
        expected.check(known.version());
        Association.Details details = Association.Details.read(entry);
        entry.refuseIfFaulty();
        Association revised = known.revised(details);
        if (revised.version() > known.version()) {
            save(revised, known.registered());
            audit.record(editor.did("association.revised", "association", revised.id(), null, revised.details()));
        }
        return revised;
    }

    private void save(Association association, boolean exists) {
        jdbc.sql(
                        exists
                                ? "update association set version = ?, code = ?, name = ?, name_en = ? where id = ?"
                                : "insert into association (version, code, name, name_en, id) values (?, ?, ?, ?, ?)")
                .param(association.version())
                .param(association.details().code())
                .param(association.details().name())
                .param(association.details().nameEn())
                .param(Ids.bytes(association.id()))
                .update();
    }

    private Optional<Association> read(String sql, UUID id) {
        return jdbc.sql(sql)
                .param(Ids.bytes(id))
                .query((row, number) -> new Association(
                        Ids.uuid(row.getBytes("id")),
                        row.getLong("version"),
                        new Association.Details(
                                row.getString("code"), row.getString("name"), row.getString("name_en"))))
                .optional();
    }
}
