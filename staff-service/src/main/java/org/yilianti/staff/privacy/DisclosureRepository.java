package org.yilianti.staff.privacy;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.ids.Ids;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.member.MemberId;

/** The table of disclosures, and of how much of an hour's allowance is used. */
@Repository
public class DisclosureRepository {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final JdbcClient jdbc;

    DisclosureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Disclosure disclosure) {
        jdbc.sql("""
                        insert into disclosure (id, association_id, member_id, fields, reason, disclosed_at, disclosed_to)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Ids.bytes(disclosure.id()),
                        Ids.bytes(disclosure.association()),
                        disclosure.member().bytes(),
                        disclosure.fields().stream().map(PersonalField::code).collect(Collectors.joining(",")),
                        disclosure.reason(),
                        Timestamp.from(disclosure.at()),
                        disclosure.to())
                .update();
    }

    /** The caller's own. */
    public Optional<Disclosure> find(Caller caller, UUID id) {
        return jdbc.sql("select * from disclosure where association_id = ? and id = ? and disclosed_to = ?")
                .params(Ids.bytes(caller.association()), Ids.bytes(id), caller.name())
                .query((row, number) -> new Disclosure(
                        id,
                        caller.association(),
                        MemberId.of(row.getBytes("member_id")),
                        Arrays.stream(row.getString("fields").split(",", -1))
                                .map(code -> Coded.of(PersonalField.class, code))
                                .toList(),
                        row.getString("reason"),
                        row.getTimestamp("disclosed_at").toInstant(),
                        row.getString("disclosed_to")))
                .optional();
    }

    /** Takes one from the hour's allowance and gives how many are taken; requests of one caller stand in line for its row. */
    int spend(UUID association, String caller, Instant now) {
        jdbc.sql("""
                        insert into disclosure_allowance (association_id, disclosed_to, hour_began, used) values (?, ?, ?, 1)
                        on duplicate key update used = case when hour_began <= ? then 1 else used + 1 end,
                            hour_began = case when hour_began <= ? then ? else hour_began end
                        """)
                .params(
                        Ids.bytes(association),
                        caller,
                        Timestamp.from(now),
                        Timestamp.from(now.minus(WINDOW)),
                        Timestamp.from(now.minus(WINDOW)),
                        Timestamp.from(now))
                .update();
        return jdbc.sql("select used from disclosure_allowance where association_id = ? and disclosed_to = ?")
                .params(Ids.bytes(association), caller)
                .query(Integer.class)
                .single();
    }
}
