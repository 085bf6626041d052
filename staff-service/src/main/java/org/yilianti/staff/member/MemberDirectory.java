package org.yilianti.staff.member;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.database.Pieces;
import org.yilianti.platform.database.RowLocks;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.listing.SortOrder;

/** Finds members and their appointments without changing them. */
@Repository
public class MemberDirectory {

    private final JdbcClient jdbc;
    private final MemberRepository members;
    private final AppointmentRepository appointments;

    MemberDirectory(JdbcClient jdbc, MemberRepository members, AppointmentRepository appointments) {
        this.jdbc = jdbc;
        this.members = members;
        this.appointments = appointments;
    }

    /** The member, if within sight. */
    public Optional<Member> find(UUID association, Sight sight, MemberId id) {
        return sight.bind(jdbc.sql(MemberRepository.SELECT + "where m.association_id = :association and m.id = :id and "
                        + sight.sql()))
                .param("association", Ids.bytes(association))
                .param("id", id.bytes())
                .query(members::member)
                .optional();
    }

    /** The member, if within sight, locked until the transaction ends: who writes a record of a person stands in line with mergers. */
    public Optional<Member> hold(UUID association, Sight sight, MemberId id) {
        return members.lock(association, id)
                .filter(member -> sight.reaches(
                        member, appointments.believedOf(List.of(id)).getOrDefault(id, List.of())));
    }

    /** Rows of one page, one more than it holds. */
    public List<Member> list(UUID association, Sight sight, MemberFilter filter, SortOrder sort, PageRequest page) {
        return sight.bind(jdbc.sql(MemberRepository.SELECT + """
                        where m.association_id = :association and m.merged_into_id is null and m.erased_at is null
                            and (:staffNo is null or m.staff_no = :staffNo)
                            and (:category is null or m.category = :category) and (:title is null or m.title = :title)
                            and (:q is null or m.name like :q or m.name_latin like :q or m.staff_no like :q)
                            and (:institution is null or m.id in (select here.member_id from appointment here
                                join institution at_f on at_f.id = here.institution_id
                                where at_f.association_id = :association and at_f.code = :institution and here.believed = 1
                                    and (here.valid_to is null or here.valid_to > :today)))
                            and\s""" + sight.sql() + " and " + sort.afterSql(page)
                        + sort.orderBySql() + " limit :size"))
                .param("association", Ids.bytes(association))
                .param("staffNo", filter.staffNo())
                .param("category", filter.category())
                .param("title", filter.title())
                .param("q", filter.beginning())
                .param("institution", filter.institution())
                .param("afterKey", sort.afterKey(page))
                .param("afterId", sort.afterId(page))
                .param("size", page.fetchSize())
                .query(members::member)
                .list();
    }

    /** Everybody else with the name and birth date of this member, in sight or not. */
    public List<Member> alike(Member member) {
        return members.alike(member);
    }

    /** Who has this national id, in sight or not; for a record that goes on as another that one. */
    public Optional<MemberId> withNationalId(UUID association, NationalId number) {
        return members.withNationalId(association, number);
    }

    /** Whom a member was registered as before, in sight or not: the trace of mergers. */
    public List<Merger> mergers(Member survivor) {
        return jdbc.sql("""
                        select id, staff_no, merged_at, merged_by, merge_reason from member
                        where association_id = ? and merged_into_id = ? order by merged_at, id
                        """)
                .params(Ids.bytes(survivor.association()), survivor.id().bytes())
                .query((row, number) -> new Merger(
                        Ids.uuid(row.getBytes("id")),
                        row.getString("staff_no"),
                        row.getTimestamp("merged_at").toInstant(),
                        row.getString("merged_by"),
                        row.getString("merge_reason")))
                .list();
    }

    /** A member's appointments, see {@link AppointmentRepository#of}. */
    public List<Appointment> appointments(MemberId member, @Nullable LocalDate asOf, @Nullable Instant knownAt) {
        return appointments.of(member, asOf, knownAt);
    }

    /** Every belief ever held of an appointment, the newest last; empty unless its institution or holder is in sight. */
    public List<Appointment> revisions(UUID association, Sight sight, AppointmentId id) {
        return appointments.revisions(association, sight, id);
    }

    /** What is believed now of the appointments of these members. */
    public List<Appointment> appointments(Collection<MemberId> of) {
        return appointments.believedOf(of).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The staff numbers of members, in sight or not: for lists that say whose their rows are. */
    public Map<MemberId, String> staffNos(UUID association, Collection<MemberId> members) {
        Map<MemberId, String> staffNos = new HashMap<>();
        if (!members.isEmpty()) {
            jdbc.sql("select id, staff_no from member where association_id = :association and id in (:ids)")
                    .param("association", Ids.bytes(association))
                    .param("ids", members.stream().map(MemberId::bytes).toList())
                    .query(row -> {
                        staffNos.put(MemberId.of(row.getBytes("id")), row.getString("staff_no"));
                    });
        }
        return staffNos;
    }

    /** As {@link #ids}, locked until the transaction ends, in the order of the ids. */
    public Map<String, MemberId> hold(UUID association, Sight sight, Collection<String> staffNos) {
        Map<String, MemberId> found = ids(association, sight, staffNos);
        if (found.isEmpty()) {
            return found;
        }
        List<byte[]> ids = found.values().stream().map(MemberId::bytes).toList();
        Set<MemberId> open = RowLocks.hold(jdbc, "member", ids, "merged_into_id is null and erased_at is null").stream()
                .map(MemberId::of)
                .collect(Collectors.toSet());
        found.values().retainAll(open);
        return found;
    }

    /** The ids of those of these staff numbers that exist within sight. */
    public Map<String, MemberId> ids(UUID association, Sight sight, Collection<String> staffNos) {
        Map<String, MemberId> ids = new HashMap<>();
        Pieces.of(staffNos).forEach(piece -> sight.bind(
                        jdbc.sql("select m.id, m.staff_no from member m force index (member_staff_no)"
                                + " where m.association_id = :association and m.merged_into_id is null and m.staff_no in (:staffNos) and "
                                + sight.sql()))
                .param("association", Ids.bytes(association))
                .param("staffNos", piece)
                .query(row -> {
                    ids.put(row.getString("staff_no"), MemberId.of(row.getBytes("id")));
                }));
        return ids;
    }
}
