package org.yilianti.staff.listing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;

/**
 * Which texts the tables take for the same: their collation knows neither case nor width nor accents, so that {@code JX-8} and
 * {@code jx-8} are one to a unique key. Only the database knows all of its rules, so it is asked.
 */
@Repository
public class TextKeys {

    private static final int LONGEST = 500;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    TextKeys(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A key for each text of at most 500 characters; those of two texts are the same exactly if the tables take the texts for the same. */
    public Map<String, String> of(Collection<String> texts) {
        List<String> asked = texts.stream()
                .filter(text -> text.length() <= LONGEST)
                .distinct()
                .toList();
        Map<String, String> keys = new HashMap<>();
        if (!asked.isEmpty()) {
            jdbc.sql("""
                            select t.place, hex(weight_string(convert(t.text using utf8mb4) collate utf8mb4_unicode_520_ci)) as text_key
                            from json_table(?, '$[*]' columns (place for ordinality, text varchar(500) path '$')) t
                            """).param(json.writeValueAsString(asked)).query(row -> {
                keys.put(asked.get(row.getInt("place") - 1), row.getString("text_key"));
            });
        }
        return keys;
    }
}
