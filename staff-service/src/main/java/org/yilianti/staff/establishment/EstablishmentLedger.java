package org.yilianti.staff.establishment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.department.DepartmentNames;
import org.yilianti.staff.department.NamedDepartment;
import org.yilianti.staff.entry.Fault;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.member.AppointmentControl;
import org.yilianti.staff.member.AppointmentDetails;
import org.yilianti.staff.member.AppointmentId;
import org.yilianti.staff.member.Member;

/** The establishment of the institutions at hand and who holds it: whether somebody more may. */
class EstablishmentLedger implements AppointmentControl.Ledger {

    private final Map<String, InstitutionId> places;
    private final List<AuthorisedPost> posts;
    private final List<Permit> permits;
    private final List<Incumbent> incumbents;
    private final DepartmentNames.Known departments;
    private final Map<UUID, Optional<NamedDepartment>> departmentOf = new HashMap<>();

    /** @param places the institutions of the lines by code */
    EstablishmentLedger(
            Map<String, InstitutionId> places,
            List<AuthorisedPost> posts,
            List<Permit> permits,
            List<Incumbent> incumbents,
            DepartmentNames.Known departments) {
        this.places = places;
        this.posts = posts;
        this.permits = permits;
        this.incumbents = new ArrayList<>(incumbents);
        this.departments = departments;
        posts.forEach(post -> departmentOf.put(post.id(), Optional.ofNullable(post.department(departments))));
    }

    /** Held posts can only run short where somebody or a line begins, so those days are enough. */
    @Override
    public Optional<Fault> objection(Member member, AppointmentDetails wanted, @Nullable AppointmentId replaced) {
        InstitutionId place = places.get(wanted.institutionCode());
        if (!wanted.main() || place == null) {
            return Optional.empty();
        }
        Incumbent candidate = incumbent(member, wanted, place, replaced);
        return beginnings(place)
                .map(day -> day.isBefore(wanted.valid().from()) ? wanted.valid().from() : day)
                .filter(wanted.valid()::contains)
                .sorted()
                .distinct()
                .flatMap(day -> objection(candidate, day).stream())
                .findFirst();
    }

    @Override
    public void taken(Member member, AppointmentDetails held, @Nullable AppointmentId replaced) {
        incumbents.removeIf(known -> replaced != null && replaced.equals(known.appointment()));
        InstitutionId place = places.get(held.institutionCode());
        if (held.main() && place != null) {
            incumbents.add(incumbent(member, held, place, replaced));
        }
    }

    private Incumbent incumbent(
            Member member, AppointmentDetails held, InstitutionId place, @Nullable AppointmentId id) {
        String department = held.department();
        return new Incumbent(
                id,
                place,
                department == null
                        ? null
                        : departments.named(
                                held.institutionCode(), department, held.valid().from()),
                member.details().category(),
                member.details().title(),
                held.valid());
    }

    private Stream<LocalDate> beginnings(InstitutionId place) {
        Stream<DatePeriod> lines = posts.stream()
                .filter(post -> post.institution().id().equals(place))
                .map(post -> post.details().valid());
        Stream<DatePeriod> people = incumbents.stream()
                .filter(known -> known.institution().equals(place))
                .map(Incumbent::valid);
        return Stream.concat(lines, people).map(DatePeriod::from);
    }

    private Optional<Fault> objection(Incumbent candidate, LocalDate day) {
        List<AuthorisedPost> inForce = posts.stream()
                .filter(post -> post.institution().id().equals(candidate.institution()))
                .filter(post -> post.details().valid().contains(day))
                .toList();
        if (inForce.isEmpty()) {
            return Optional.empty();
        }
        Optional<AuthorisedPost> line =
                inForce.stream().filter(post -> covers(post, candidate)).findFirst();
        int authorised = line.map(post -> authorised(post, day)).orElse(0);
        long held = line.map(post -> held(post, day, candidate.appointment())).orElse(0L);
        return held < authorised
                ? Optional.empty()
                : Optional.of(new Fault(
                        "institutionCode",
                        "establishment-exceeded",
                        List.of(candidate.category().code(), day, authorised, held)));
    }

    /** What a line allows on a day, permits included. */
    int authorised(AuthorisedPost post, LocalDate day) {
        return post.details().headcount() + extra(post, day);
    }

    int extra(AuthorisedPost post, LocalDate day) {
        return permits.stream()
                .filter(permit -> permit.post().equals(post.id()))
                .filter(permit -> permit.valid().contains(day))
                .mapToInt(Permit::extra)
                .sum();
    }

    /** How many hold it on a day. */
    long held(AuthorisedPost post, LocalDate day, @Nullable AppointmentId except) {
        return incumbents.stream()
                .filter(known -> known.institution().equals(post.institution().id()))
                .filter(known -> known.valid().contains(day) && covers(post, known))
                .filter(known -> except == null || !except.equals(known.appointment()))
                .count();
    }

    private boolean covers(AuthorisedPost post, Incumbent who) {
        return post.details().covers(who.category(), who.title())
                && departmentOf
                        .getOrDefault(post.id(), Optional.empty())
                        .map(department -> department.equals(who.department()))
                        .orElse(true);
    }
}
