package org.yilianti.staff.establishment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.time.Recorded;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.department.DepartmentNames;
import org.yilianti.staff.department.DepartmentNames.Known;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.membership.Belonging;

/** Finds lines and who holds them, without changing them. */
@Repository
public class EstablishmentDirectory {

    private final JdbcClient jdbc;
    private final EstablishmentRepository establishment;
    private final DepartmentNames departments;

    EstablishmentDirectory(JdbcClient jdbc, EstablishmentRepository establishment, DepartmentNames departments) {
        this.jdbc = jdbc;
        this.establishment = establishment;
        this.departments = departments;
    }

    /**
     * Lines of one page, one more than it holds, as they are filled on a day.
     *
     * @param institution code; null for all in scope
     * @param asOf only lines in force on this day, at institutions that belong to the association then
     */
    public List<PostHolding> list(
            UUID association,
            InstitutionScope scope,
            @Nullable String institution,
            LocalDate asOf,
            SortOrder sort,
            PageRequest page) {
        List<AuthorisedPost> posts = jdbc.sql("""
                        select p.*, at_i.code as institution_code from authorised_post p join institution at_i on at_i.id = p.institution_id
                        where p.association_id = :association and (:institution is null or at_i.code = :institution) and\s"""
                        + Recorded.asOfSql("p") + " and " + Belonging.sql("p.institution_id") + " and "
                        + scope.sql("at_i.code") + " and " + sort.afterSql(page)
                        + sort.orderBySql() + " limit :size")
                .param("association", Ids.bytes(association))
                .param("institution", institution)
                .param("asOf", asOf)
                .param("scopeCodes", scope.sqlCodes())
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize())
                .query(EstablishmentRepository::post)
                .list();
        return filled(posts, asOf);
    }

    /** Lines of one page, past and coming ones included, one more than it holds. */
    public List<AuthorisedPost> all(UUID association, InstitutionScope scope, SortOrder sort, PageRequest page) {
        return jdbc.sql("""
                        select p.*, at_i.code as institution_code from authorised_post p join institution at_i on at_i.id = p.institution_id
                        where p.association_id = :association and\s""" + scope.sql("at_i.code") + " and " + sort.afterSql(page)
                        + sort.orderBySql() + " limit :size")
                .param("association", Ids.bytes(association))
                .param("scopeCodes", scope.sqlCodes())
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize())
                .query(EstablishmentRepository::post)
                .list();
    }

    /** Those of these lines that are within scope. */
    public List<AuthorisedPost> find(UUID association, InstitutionScope scope, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select p.*, at_i.code as institution_code
                                from authorised_post p join institution at_i on at_i.id = p.institution_id
                                where p.association_id = :association and p.id in (:ids) and\s""" + scope.sql("at_i.code"))
                        .param("association", Ids.bytes(association))
                        .param("ids", ids.stream().map(Ids::bytes).toList())
                        .param("scopeCodes", scope.sqlCodes())
                        .query(EstablishmentRepository::post)
                        .list();
    }

    /** Those of the lines with these external ids that are within scope. */
    public List<AuthorisedPost> named(UUID association, InstitutionScope scope, Collection<String> externalIds) {
        return establishment.byExternalId(association, externalIds).stream()
                .filter(post -> scope.permits(post.institution().code()))
                .toList();
    }

    /** Leave to go beyond these lines, past and coming included, one day of beginning after the other. */
    public List<Permit> permits(Collection<AuthorisedPost> posts) {
        return establishment.permits(posts);
    }

    /** Locks the establishment of these institutions until the transaction ends, as whoever appoints there does. */
    public void hold(UUID association, Collection<InstitutionId> places) {
        establishment.lockAt(association, places);
    }

    /** How these lines are filled on a day. */
    public List<PostHolding> filled(List<AuthorisedPost> posts, LocalDate day) {
        List<Permit> permits = establishment.permits(posts);
        List<InstitutionId> places =
                posts.stream().map(post -> post.institution().id()).distinct().toList();
        Known known = departments.seen(places);
        EstablishmentLedger ledger =
                new EstablishmentLedger(Map.of(), posts, permits, establishment.incumbents(places, known), known);
        return posts.stream()
                .map(post -> new PostHolding(
                        post,
                        permits.stream()
                                .filter(permit -> permit.post().equals(post.id()))
                                .toList(),
                        post.details().valid().contains(day) ? ledger.authorised(post, day) : 0,
                        ledger.held(post, day, null)))
                .toList();
    }
}
