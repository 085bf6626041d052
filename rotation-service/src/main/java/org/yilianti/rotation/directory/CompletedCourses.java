package org.yilianti.rotation.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;

/** The courses that people have completed, as far as known here. */
@Repository
public class CompletedCourses {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CompletedCourses(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Titles of the courses that these members had completed before {@code day}, by member; whoever completed none has no entry. */
    public Map<UUID, Set<String>> titlesBefore(UUID association, Collection<UUID> memberIds, LocalDate day) {
        if (memberIds.isEmpty()) {
            return Map.of();
        }
        record Titled(UUID memberId, String title) {}
        return jdbc
                .sql("""
                        select member_id, title from directory_course
                        where association_id = :association and member_id in (:ids) and earned_on < :day and not annulled
                        """)
                .param("association", Ids.bytes(association))
                .param("ids", memberIds.stream().map(Ids::bytes).toList())
                .param("day", day)
                .query((row, number) -> new Titled(Ids.uuid(row.getBytes("member_id")), row.getString("title")))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(Titled::memberId, Collectors.mapping(Titled::title, Collectors.toSet())));
    }

    void upsert(List<CompletedCourse> courses) {
        batches.batchUpdate("""
                insert into directory_course (id, association_id, member_id, title, earned_on, annulled) values (?, ?, ?, ?, ?, ?)
                on duplicate key update member_id = values(member_id), title = values(title), earned_on = values(earned_on),
                    annulled = values(annulled)
                """, courses.stream().map(CompletedCourses::columns).toList());
    }

    private static Object[] columns(CompletedCourse one) {
        return new Object[] {
            Ids.bytes(one.id()),
            Ids.bytes(one.association()),
            Ids.bytes(one.memberId()),
            one.title(),
            one.earnedOn(),
            one.annulled()
        };
    }
}
