package org.yilianti.staff.department;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.department.DepartmentTerm.Head;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionLocks;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;

/** Opens, changes and closes departments, one by one and from files; locks the institutions. */
@Service
public class DepartmentManagement {

    private static final String CHANGED = "department.changed";

    private final DepartmentRepository departments;
    private final DepartmentDirectory directory;
    private final InstitutionDirectory institutions;
    private final InstitutionLocks locks;
    private final MemberDirectory members;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;

    DepartmentManagement(
            DepartmentRepository departments,
            DepartmentDirectory directory,
            InstitutionDirectory institutions,
            InstitutionLocks locks,
            MemberDirectory members,
            Outbox outbox,
            AuditTrail audit,
            AssociationCalendar calendar,
            Clock clock) {
        this.departments = departments;
        this.directory = directory;
        this.institutions = institutions;
        this.locks = locks;
        this.members = members;
        this.outbox = outbox;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Opens a department; refuses (409) a code that the institution has given already. */
    @Transactional
    public Department open(Editor editor, Entry entry) {
        DepartmentBook book = book(editor, List.of(entry));
        book.known(entry)
                .filter(known -> editor.scope().permits(known.institution().code()))
                .ifPresent(known -> {
                    throw Refusal.conflict("department.exists", known.code()).at("/code");
                });
        editor.require(entry.key("institutionCode"));
        Department opened = book.told(entry).orElseThrow(faultsOf(entry));
        write(editor, List.of(opened), List.of(), CHANGED);
        return opened;
    }

    /** Says what is so of a department from a day on; refuses (422) a day before one from which something else was said. */
    @Transactional
    public Department change(Editor editor, UUID id, ExpectedVersion expected, Entry entry) {
        Department seen = within(editor, id);
        Entry about = new Entry(field -> switch (field) {
            case "institutionCode" -> seen.institution().code();
            case "code" -> seen.code();
            default -> entry.raw(field);
        });
        DepartmentBook book = book(editor, List.of(about));
        Department known = book.known(about).orElseThrow();
        expected.check(known.version());
        Department changed = book.told(about).orElseThrow(faultsOf(about));
        write(editor, List.of(), List.copyOf(book.changed()), CHANGED);
        return changed;
    }

    /** Closes a department from a day on; refuses (422) while people, posts or departments go on in it. */
    @Transactional
    public Department close(Editor editor, UUID id, @Nullable ExpectedVersion expected, Entry entry) {
        LocalDate day = entry.date("validTo");
        entry.text("reason", 500);
        Department seen = within(editor, id);
        entry.refuseIfFaulty();
        Entry about = Entry.form("institutionCode", seen.institution().code(), "code", seen.code());
        DepartmentBook book = book(editor, List.of(about));
        Department known = book.known(about).orElseThrow();
        ExpectedVersion.checkIfSent(expected, known.version());
        Department closed = book.closed(entry, known, day).orElseThrow(faultsOf(entry));
        write(editor, List.of(), List.of(closed), "department.closed");
        return closed;
    }

    /** Somebody registered twice heads under one record what they headed under two. */
    @Transactional
    public void handOver(Editor editor, MemberId duplicate, Head survivor) {
        List<Department> led = directory.headedBy(duplicate).stream()
                .map(department -> department.handedOver(duplicate, survivor, clock.instant(), editor.name()))
                .toList();
        write(editor, List.of(), led, "department.handed-over");
    }

    /** Takes departments from a file, a batch at a time in the import's transaction. */
    @Transactional
    public Taken take(Editor editor, List<Entry> entries) {
        DepartmentBook book = book(editor, entries);
        Set<UUID> fresh = new HashSet<>();
        Taken taken = Taken.NOTHING;
        for (Entry entry : entries) {
            Department known = book.known(entry).orElse(null);
            Department told = book.told(entry).orElse(null);
            if (told != null && known == null) {
                fresh.add(told.id());
                taken = taken.plus(new Taken(1, 0, 0));
            } else if (told != null) {
                boolean same = told.equals(known);
                taken = taken.plus(same ? new Taken(0, 0, 1) : new Taken(0, 1, 0));
            }
        }
        Map<Boolean, List<Department>> written = book.changed().stream()
                .collect(Collectors.partitioningBy(department -> fresh.contains(department.id())));
        write(editor, written.getOrDefault(true, List.of()), written.getOrDefault(false, List.of()), CHANGED);
        return taken;
    }

    private DepartmentBook book(Editor editor, List<Entry> entries) {
        Map<String, InstitutionId> places = institutions.ids(editor.association(), keys(entries, "institutionCode"));
        locks.hold(places.values());
        Sight sight = Sight.of(editor.scope(), calendar.today());
        return new DepartmentBook(
                editor,
                places,
                directory.at(places.values()),
                members.ids(editor.association(), sight, keys(entries, "headStaffNo")),
                (department, day) -> departments.used(department.institution().id(), department.names(), day),
                clock.instant());
    }

    private static Set<String> keys(List<Entry> entries, String field) {
        Set<String> keys = new HashSet<>();
        entries.forEach(entry -> keys.add(entry.key(field)));
        keys.remove("");
        return keys;
    }

    private Department within(Editor editor, UUID id) {
        return directory
                .find(editor.association(), editor.scope(), id)
                .orElseThrow(() -> Refusal.notFound("department.unknown", id));
    }

    private static Supplier<RuntimeException> faultsOf(Entry entry) {
        return () -> {
            entry.refuseIfFaulty();
            return new IllegalStateException("nothing was told and nothing was wrong");
        };
    }

    private void write(Editor editor, List<Department> opened, List<Department> changed, String change) {
        departments.save(opened, changed);
        List<Department> all = Stream.concat(opened.stream(), changed.stream()).toList();
        outbox.publish(all.stream().map(Department::announcement).toList());
        audit.record(all.stream()
                .map(department -> editor.did(
                        department.version() == 1 ? "department.opened" : change,
                        "department",
                        department.id(),
                        department.institution().code(),
                        department))
                .toList());
    }
}
