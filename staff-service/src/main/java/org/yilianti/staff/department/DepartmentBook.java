package org.yilianti.staff.department;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.department.DepartmentTerm.Head;
import org.yilianti.staff.department.DepartmentTerm.Parent;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;

/** The departments of the institutions at hand, locked, as they stand after the entries judged so far. */
class DepartmentBook {

    private final Editor editor;
    private final Map<String, InstitutionId> places;
    private final Map<String, MemberId> people;
    private final Usage usage;
    private final Instant at;
    private final Map<Place, Department> standing = new HashMap<>();
    private final Map<UUID, Department> changed = new LinkedHashMap<>();

    /** A department by its institution and code. */
    private record Place(InstitutionId institution, String code) {}

    /** How many appointments and posts name a department and go on after a day. */
    interface Usage {

        long after(Department department, LocalDate day);
    }

    /**
     * @param places institutions by code
     * @param people those in the editor's sight by staff number
     */
    DepartmentBook(
            Editor editor,
            Map<String, InstitutionId> places,
            Collection<Department> known,
            Map<String, MemberId> people,
            Usage usage,
            Instant at) {
        this.editor = editor;
        this.places = places;
        this.people = people;
        this.usage = usage;
        this.at = at;
        known.forEach(department -> standing.put(place(department), department));
    }

    /** The department that an entry is about; empty for a new one. */
    Optional<Department> known(Entry entry) {
        InstitutionId place = places.get(entry.key("institutionCode"));
        return place == null
                ? Optional.empty()
                : Optional.ofNullable(standing.get(new Place(place, entry.key("code"))));
    }

    /** The department as the entry says it is from a day on; empty when the entry is faulty. */
    Optional<Department> told(Entry entry) {
        String at = entry.text("institutionCode", 50);
        InstitutionId place = places.get(at);
        if (!at.isEmpty() && place == null) {
            entry.fault("institutionCode", "unknown-institution", at);
        } else if (!at.isEmpty() && !editor.scope().permits(at)) {
            entry.fault("institutionCode", "outside-scope", at);
        }
        String code = entry.text("code", 50);
        DepartmentTerm term = read(entry, place, code);
        Department known = known(entry).orElse(null);
        if (known != null) {
            known.objection(term).ifPresent(entry::fault);
        }
        if (entry.faulty() || place == null) {
            return Optional.empty();
        }
        Department told = known == null
                ? Department.opened(
                        editor.association(), new InstitutionRef(place, at), code, term, this.at, editor.name())
                : known.changed(term, this.at, editor.name());
        judgeEnd(entry, told);
        return entry.faulty() ? Optional.empty() : Optional.of(put(told));
    }

    /** The department closed on the entry's day; empty when the entry is faulty. */
    Optional<Department> closed(Entry entry, Department known, LocalDate day) {
        known.objectionToClosing(day).ifPresent(entry::fault);
        if (entry.faulty()) {
            return Optional.empty();
        }
        Department closed = known.closed(day, at, editor.name());
        judgeEnd(entry, closed);
        return entry.faulty() ? Optional.empty() : Optional.of(put(closed));
    }

    /** All departments that are new or different, the earliest first. */
    Collection<Department> changed() {
        return changed.values();
    }

    /** Several entries about one department make one new version of it: what is told of a department are versions 1, 2, 3 … */
    private Department put(Department told) {
        Department written = changed.get(told.id());
        Department next = written == null ? told : told.numbered(written.version());
        Department known = standing.put(place(next), next);
        if (written != null || known == null || known.version() < next.version()) {
            changed.put(next.id(), next);
        }
        return next;
    }

    private DepartmentTerm read(Entry entry, @Nullable InstitutionId place, String code) {
        DepartmentTerm term = new DepartmentTerm(
                entry.period("validFrom", "validTo"),
                entry.text("name", 100),
                entry.optionalText("nameEn", 200),
                entry.choice("kind", DepartmentKind.class),
                entry.optionalText("specialty", 100),
                place == null ? null : parent(entry, place, code),
                head(entry));
        Parent parent = term.parent();
        if (parent != null
                && place != null
                && !openOn(new Place(place, parent.code()), term.valid().from())) {
            entry.fault(
                    "parentCode",
                    "department-not-open",
                    parent.code(),
                    term.valid().from());
        }
        return term;
    }

    private boolean openOn(Place place, LocalDate day) {
        Department department = standing.get(place);
        return department != null && department.on(day).isPresent();
    }

    private @Nullable Parent parent(Entry entry, InstitutionId place, String child) {
        String code = entry.optionalText("parentCode", 50);
        if (code == null) {
            return null;
        }
        Department parent = standing.get(new Place(place, code));
        if (parent == null) {
            entry.fault("parentCode", "unknown-department", code);
            return null;
        }
        if (isOrHasAbove(place, code, child, standing.size())) {
            entry.fault("parentCode", "parent-circle", child);
        }
        return new Parent(parent.id(), code);
    }

    /** Whether {@code sought} is met on the way up, at whatever time. */
    private boolean isOrHasAbove(InstitutionId place, String code, String sought, int most) {
        if (code.equals(sought)) {
            return true;
        }
        Department department = standing.get(new Place(place, code));
        return department != null
                && most > 0
                && department.terms().stream()
                        .flatMap(term -> Optional.ofNullable(term.parent()).stream())
                        .map(Parent::code)
                        .distinct()
                        .anyMatch(above -> isOrHasAbove(place, above, sought, most - 1));
    }

    private @Nullable Head head(Entry entry) {
        String staffNo = entry.optionalText("headStaffNo", 50);
        MemberId member = staffNo == null ? null : people.get(staffNo);
        if (staffNo != null && member == null) {
            entry.fault("headStaffNo", "unknown-member", staffNo);
        }
        return staffNo == null || member == null ? null : new Head(member, staffNo);
    }

    /** Nothing goes on in a department that is closed. */
    private void judgeEnd(Entry entry, Department told) {
        LocalDate end = told.last().valid().to();
        Department before = standing.get(place(told));
        if (end == null || before == null || end.equals(before.last().valid().to())) {
            return;
        }
        List<String> under = standing.values().stream()
                .filter(other -> goesOnUnder(other, told, end))
                .map(Department::code)
                .sorted()
                .toList();
        long used = usage.after(told, end);
        if (used > 0 || !under.isEmpty()) {
            entry.fault("validTo", "department-used", end, used, String.join(", ", under));
        }
    }

    private static boolean goesOnUnder(Department other, Department parent, LocalDate end) {
        return other.terms().stream()
                .filter(term -> term.valid().to() == null || term.valid().to().isAfter(end))
                .flatMap(term -> Optional.ofNullable(term.parent()).stream())
                .anyMatch(above -> above.id().equals(parent.id()));
    }

    private static Place place(Department department) {
        return new Place(department.institution().id(), department.code());
    }
}
