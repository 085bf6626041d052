package org.yilianti.staff.member;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;

/** Walks the people whom an export shows, by staff number and with bounded memory, and the records that a list has of them. */
@Component
public class MemberWalk {

    private static final SortOrder BY_STAFF_NO = SortOrder.of(null, Map.of("staffNo", "m.staff_no"), "staffNo", "m.id");

    private final MemberDirectory directory;
    private final AssociationCalendar calendar;

    MemberWalk(MemberDirectory directory, AssociationCalendar calendar) {
        this.directory = directory;
        this.calendar = calendar;
    }

    /**
     * Gives every record with the staff number of its holder.
     *
     * @param offices whose people are walked
     * @param read the records of a page of people, those of one together
     */
    public <T> void forEach(
            UUID association,
            InstitutionScope offices,
            Function<Set<MemberId>, List<T>> read,
            Function<T, MemberId> holder,
            BiConsumer<String, T> each) {
        Sight sight = Sight.of(offices, calendar.today());
        WholeList.forEach(
                page -> directory.list(association, sight, MemberFilter.NONE, BY_STAFF_NO, page),
                row -> SortOrder.cursor(row.details().staffNo(), row.id()),
                page -> {
                    Map<MemberId, String> staffNos = page.stream()
                            .collect(Collectors.toMap(
                                    Member::id, row -> row.details().staffNo()));
                    read.apply(staffNos.keySet())
                            .forEach(record -> each.accept(staffNos.getOrDefault(holder.apply(record), ""), record));
                });
    }
}
