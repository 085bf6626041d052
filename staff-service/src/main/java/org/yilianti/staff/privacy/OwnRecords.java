package org.yilianti.staff.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.personal.PersonalDataCipher;
import org.yilianti.staff.member.Member;

/** Everything the registry keeps of one person, table by table. */
@Repository
public class OwnRecords {

    /** More rows of one table than anybody has. */
    private static final int MOST = 10_000;

    private final JdbcClient jdbc;
    private final PersonalDataCipher cipher;

    OwnRecords(JdbcClient jdbc, PersonalDataCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /**
     * Rows of one table.
     *
     * @param rows values by column, in the order of columns; what is empty is left out
     */
    public record Kept(String table, List<Map<String, String>> rows) {}

    /** All tables that say something of this person, the person's own record first. */
    public List<Kept> of(Member member) {
        List<Kept> kept = new ArrayList<>();
        kept.add(new Kept("member", rows("member", "id", member)));
        for (String table : tables()) {
            List<Map<String, String>> rows = rows(table, "member_id", member);
            if (!rows.isEmpty()) {
                kept.add(new Kept(table, rows));
            }
        }
        return kept;
    }

    private List<String> tables() {
        return jdbc.sql("""
                        select lower(table_name) from information_schema.columns
                        where table_schema = database() and lower(column_name) in ('member_id', 'association_id')
                        group by table_name having count(*) = 2 order by 1
                        """).query(String.class).list();
    }

    /** @param table of the schema itself, never caller input */
    private List<Map<String, String>> rows(String table, String key, Member member) {
        return jdbc.sql("select * from " + table + " where " + key
                        + " = :member and association_id = :association limit " + MOST)
                .param("member", member.id().bytes())
                .param("association", Ids.bytes(member.association()))
                .query(this::row)
                .list();
    }

    private Map<String, String> row(ResultSet row, int number) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String column = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
            String value = row.getObject(i) instanceof byte[] bytes ? opened(column, bytes) : row.getString(i);
            if (value != null) {
                values.put(column.replace("_sealed", ""), value);
            }
        }
        return values;
    }

    /** Ids as they are shown elsewhere, sealed values opened; hashes say nothing to anybody. */
    private @Nullable String opened(String column, byte[] bytes) {
        if (column.endsWith("_sealed")) {
            return cipher.decrypt(bytes);
        }
        return bytes.length == 16 && !column.endsWith("_hash") ? Ids.uuid(bytes).toString() : null;
    }
}
