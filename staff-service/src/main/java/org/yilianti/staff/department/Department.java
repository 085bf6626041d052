package org.yilianti.staff.department;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.department.DepartmentTerm.Head;
import org.yilianti.staff.department.DepartmentTerm.Parent;
import org.yilianti.staff.entry.Fault;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;

/**
 * A department of an institution.
 *
 * @param terms what was, is and will be so, in order, at least one
 * @param recordedAt of the last change
 */
public record Department(
        UUID id,
        UUID association,
        long version,
        InstitutionRef institution,
        String code,
        List<DepartmentTerm> terms,
        Instant recordedAt,
        String recordedBy) {

    static Department opened(
            UUID association, InstitutionRef institution, String code, DepartmentTerm first, Instant at, String by) {
        return new Department(Ids.next(), association, 1, institution, code, List.of(first), at, by);
    }

    /** What is so on a day; empty while it is not open. */
    public Optional<DepartmentTerm> on(LocalDate day) {
        return terms.stream().filter(term -> term.valid().contains(day)).findFirst();
    }

    public DepartmentTerm last() {
        return terms.getLast();
    }

    /** Why {@code wanted} cannot be so from its first day; empty when it can. */
    Optional<Fault> objection(DepartmentTerm wanted) {
        LocalDate from = wanted.valid().from();
        LocalDate until = wanted.valid().to();
        Optional<LocalDate> following = terms.stream()
                .map(term -> term.valid().from())
                .filter(from::isBefore)
                .findFirst();
        boolean begun = terms.stream().anyMatch(term -> term.valid().from().equals(from));
        if (following.isEmpty()) {
            return Optional.empty();
        }
        return begun && until != null && !until.isAfter(following.get())
                ? Optional.empty()
                : Optional.of(new Fault("validFrom", "department-changed-later", List.of(following.get())));
    }

    /** So from the first day of {@code wanted}: what is so then ends, what begins then is corrected; the same when it says nothing new. */
    Department changed(DepartmentTerm wanted, Instant at, String by) {
        LocalDate from = wanted.valid().from();
        List<DepartmentTerm> next = new ArrayList<>();
        for (DepartmentTerm term : terms) {
            if (term.valid().from().equals(from)) {
                next.add(wanted);
            } else if (term.valid().contains(from)) {
                next.add(term.during(term.valid().endedAt(from)));
            } else {
                next.add(term);
            }
        }
        if (last().valid().from().isBefore(from)) {
            next.add(wanted);
        }
        return next.equals(terms) ? this : next(next, at, by);
    }

    /** Why it cannot be closed on a day; empty when it can. */
    Optional<Fault> objectionToClosing(LocalDate day) {
        DatePeriod known = last().valid();
        LocalDate end = known.to();
        if (!day.isAfter(known.from())) {
            return Optional.of(new Fault("validTo", "period-inverted", List.of(known.from(), day)));
        }
        return end == null || day.isBefore(end)
                ? Optional.empty()
                : Optional.of(new Fault("validTo", "ends-already", List.of(end)));
    }

    Department closed(LocalDate day, Instant at, String by) {
        return changed(last().during(last().valid().endedAt(day)), at, by);
    }

    /** Led by {@code survivor} wherever {@code duplicate}, the same person, leads it. */
    Department handedOver(MemberId duplicate, Head survivor, Instant at, String by) {
        return next(
                terms.stream()
                        .map(term -> term.head() != null && term.head().id().equals(duplicate)
                                ? term.headedBy(survivor)
                                : term)
                        .toList(),
                at,
                by);
    }

    /** The public state after a change, for {@code staff.departments}. */
    OutboxEvent announcement() {
        return OutboxEvent.state(
                "staff.departments",
                "staff.department-changed.v1",
                association,
                id,
                version,
                new DepartmentChanged(
                        id,
                        association,
                        version,
                        institution.id().value(),
                        code,
                        terms.stream().map(TermState::of).toList()));
    }

    /** Open on a day, and this is its code or its name then. */
    boolean isCalled(String text, LocalDate day) {
        return on(day).filter(term -> text.equals(code) || text.equals(term.name()))
                .isPresent();
    }

    /** Every text by which an appointment may have named it. */
    List<String> names() {
        return Stream.concat(Stream.of(code), terms.stream().map(DepartmentTerm::name))
                .distinct()
                .toList();
    }

    /** The same with terms read from elsewhere. */
    Department withTerms(List<DepartmentTerm> read) {
        return new Department(id, association, version, institution, code, List.copyOf(read), recordedAt, recordedBy);
    }

    /** The same as version {@code number}. */
    Department numbered(long number) {
        return new Department(id, association, number, institution, code, terms, recordedAt, recordedBy);
    }

    private Department next(List<DepartmentTerm> changed, Instant at, String by) {
        return new Department(id, association, version + 1, institution, code, List.copyOf(changed), at, by);
    }

    /** Body of the event; its schema is {@code contracts/events/staff.department-changed.v1}. */
    record DepartmentChanged(
            UUID id, UUID associationId, long version, UUID institutionId, String code, List<TermState> terms) {}

    /** What is so from one day to another, as it is told. */
    record TermState(
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String name,
            @Nullable String nameEn,
            DepartmentKind kind,
            @Nullable String specialty,
            @Nullable UUID parentId,
            @Nullable UUID headId) {

        static TermState of(DepartmentTerm term) {
            return new TermState(
                    term.valid().from(),
                    term.valid().to(),
                    term.name(),
                    term.nameEn(),
                    term.kind(),
                    term.specialty(),
                    Optional.ofNullable(term.parent()).map(Parent::id).orElse(null),
                    Optional.ofNullable(term.head())
                            .map(head -> head.id().value())
                            .orElse(null));
        }
    }
}
