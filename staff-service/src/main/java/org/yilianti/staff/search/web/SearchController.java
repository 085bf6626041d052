package org.yilianti.staff.search.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.credential.Licence;
import org.yilianti.staff.credential.LicenceDirectory;
import org.yilianti.staff.member.Appointment;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.search.Found;
import org.yilianti.staff.search.MemberFinder;
import org.yilianti.staff.search.MemberSearch;
import org.yilianti.staff.search.SearchOrder;

/** Looking for people whom the caller may see. */
@RestController
class SearchController {

    private final MemberFinder finder;
    private final MemberDirectory members;
    private final LicenceDirectory licences;
    private final AssociationCalendar calendar;

    SearchController(
            MemberFinder finder, MemberDirectory members, LicenceDirectory licences, AssociationCalendar calendar) {
        this.finder = finder;
        this.members = members;
        this.licences = licences;
        this.calendar = calendar;
    }

    @GetMapping("/v1/members/matches")
    @Requires({
        Role.ASSOCIATION_ADMIN,
        Role.HR_OFFICER,
        Role.REGISTRAR,
        Role.SCHEDULER,
        Role.EVALUATOR,
        Role.AUDITOR,
        Role.STAFF,
        Role.INTEGRATION
    })
    Page<FoundView> search(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String staffNo,
            @RequestParam(required = false) @Nullable String licenceNumber,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(required = false) @Nullable String specialty,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String licenceStatus,
            @RequestParam(required = false) @Nullable Integer expiringWithinDays,
            @RequestParam(required = false) @Nullable String sort) {
        SearchOrder order = SearchOrder.of(sort);
        MemberSearch search = MemberSearch.of(
                q,
                staffNo,
                licenceNumber,
                institution,
                category,
                title,
                specialty,
                status,
                licenceStatus,
                expiringWithinDays);
        Sight sight = Sight.of(caller, calendar.today());
        Page<Found> found =
                Page.of(finder.find(caller.association(), sight, search, order, page), page, row -> row.cursor(order));
        return shown(caller, found);
    }

    private Page<FoundView> shown(Caller caller, Page<Found> found) {
        LocalDate today = calendar.today();
        List<MemberId> ids = found.items().stream().map(Found::id).toList();
        Map<MemberId, List<Appointment>> posts = members.appointments(ids).stream()
                .filter(appointment -> appointment.presentOrComing(today))
                .collect(Collectors.groupingBy(Appointment::member));
        Map<MemberId, List<Licence>> held =
                licences.believedOf(caller.association(), ids).stream().collect(Collectors.groupingBy(Licence::member));
        return found.map(row ->
                FoundView.of(row, posts.getOrDefault(row.id(), List.of()), held.getOrDefault(row.id(), List.of())));
    }
}
