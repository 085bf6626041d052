package org.yilianti.staff.member;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;

/**
 * Fills in the keys of names that were written before there were keys, once at each start: replicas of an earlier version may have
 * written beside this one. It changes no version, and leaves a name alone that somebody changes meanwhile.
 */
@Component
public class NameKeyUpkeep {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    NameKeyUpkeep(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A name without keys. */
    private record Bare(byte[] id, String name, @Nullable String nameLatin) {

        @Nullable Object[] columns() {
            NameKeys keys = NameKeys.of(name, nameLatin);
            return new @Nullable Object[] {keys.pinyin(), keys.initials(), keys.latin(), id, name};
        }
    }

    /** Beside whatever else starts: searches find such a person by the name itself meanwhile. */
    @EventListener(ApplicationReadyEvent.class)
    public void start() {
        Thread.ofPlatform().name("name-keys").daemon().start(this::fillIn);
    }

    private void fillIn() {
        List<UUID> associations = jdbc.sql("select distinct association_id from member")
                .query((row, number) -> Ids.uuid(row.getBytes(1)))
                .list();
        associations.forEach(association -> fillIn(Ids.bytes(association)));
    }

    /** In the order of ids, so that a name without any letter is met once and no more. */
    private void fillIn(byte[] association) {
        byte[] after = new byte[16];
        List<Bare> bare;
        do {
            bare = jdbc.sql("""
                            select id, name, name_latin from member where association_id = ? and name_pinyin = '' and erased_at is null and id > ?
                            order by id limit ?
                            """)
                    .params(association, after, BATCH)
                    .query((row, number) -> new Bare(row.getBytes(1), row.getString(2), row.getString(3)))
                    .list();
            batches.batchUpdate(
                    "update member set name_pinyin = ?, name_initials = ?, name_letters = ? where id = ? and name = ?",
                    bare.stream().map(Bare::columns).toList());
            after = bare.isEmpty() ? after : bare.getLast().id();
        } while (bare.size() == BATCH);
    }
}
