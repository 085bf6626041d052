package org.yilianti.staff.responsibility;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.listing.SortOrder;

/**
 * Finds the institutions for which nobody answers on a day though they are in the association: the branches of the tree that do not reach
 * a named person.
 */
@Repository
public class ResponsibilityGaps {

    private final JdbcClient jdbc;

    ResponsibilityGaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An institution for which nobody answers.
     *
     * @param unit whether there is a unit, only without a head
     */
    public record Gap(UUID institution, String code, String name, boolean unit) {}

    /** Rows of one page, one more than it holds. */
    public List<Gap> list(UUID association, InstitutionScope scope, LocalDate day, SortOrder sort, PageRequest page) {
        return jdbc.sql("""
                        select i.id, i.code, i.name, exists (select 1 from responsibility_unit u where u.institution_id = i.id
                                and u.level = 'institution' and u.valid_from <= :day and (u.valid_to is null or u.valid_to > :day)) as unit
                        from institution i where i.association_id = :association
                            and (not exists (select 1 from institution_membership any_m where any_m.institution_id = i.id)
                                or exists (select 1 from institution_membership here where here.institution_id = i.id
                                    and here.joined_on <= :day and (here.left_on is null or here.left_on > :day)))
                            and not exists (select 1 from responsibility_unit u join responsible_person p on p.unit_id = u.id
                                where u.institution_id = i.id and u.level = 'institution' and p.duty = 'head'
                                    and u.valid_from <= :day and (u.valid_to is null or u.valid_to > :day)
                                    and p.valid_from <= :day and (p.valid_to is null or p.valid_to > :day))
                            and\s""" + scope.sql("i.code") + " and " + sort.afterSql(page) + sort.orderBySql() + " limit :size")
                .param("association", Ids.bytes(association))
                .param("day", day)
                .param("scopeCodes", scope.sqlCodes())
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize())
                .query((row, number) -> new Gap(
                        Ids.uuid(row.getBytes("id")),
                        row.getString("code"),
                        row.getString("name"),
                        row.getBoolean("unit")))
                .list();
    }
}
