package org.yilianti.incentive.directory;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yilianti.platform.ids.Ids;

/** The members of staff of the directory. */
@Component
public class Members {

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    Members(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    /** Those of {@code staffNumbers} that belong to a known member. */
    public Set<String> known(UUID association, Collection<String> staffNumbers) {
        if (staffNumbers.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("""
                        select staff_no from directory_member
                        where association_id = :association and staff_no in (:numbers)
                        """)
                .param("association", Ids.bytes(association))
                .param("numbers", staffNumbers)
                .query(String.class)
                .list());
    }

    /** Where a member mainly serves; empty when that, or the member, is not known. */
    public Optional<UUID> mainInstitution(UUID association, String staffNo) {
        return jdbc
                .sql("select main_institution_id from directory_member where association_id = ? and staff_no = ?"
                        + " and main_institution_id is not null")
                .params(Ids.bytes(association), staffNo)
                .query((row, number) -> Ids.uuid(row.getBytes(1)))
                .list()
                .stream()
                .findFirst();
    }

    /** Takes newer states, inserting or replacing whole rows. */
    public void apply(List<Member> changed) {
        batches.batchUpdate(
                """
                insert into directory_member (id, association_id, version, staff_no, name, name_latin, category, title, sex,
                    main_institution_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update association_id = values(association_id), version = values(version),
                    staff_no = values(staff_no), name = values(name), name_latin = values(name_latin),
                    category = values(category), title = values(title), sex = values(sex),
                    main_institution_id = values(main_institution_id)
                """,
                changed.stream()
                        .map(one -> new Object[] {
                            Ids.bytes(one.id()),
                            Ids.bytes(one.association()),
                            one.version(),
                            one.staffNo(),
                            one.name(),
                            one.nameLatin(),
                            one.category(),
                            one.title(),
                            one.sex(),
                            Ids.bytesOrNull(one.mainInstitution())
                        })
                        .toList());
    }
}
