package org.yilianti.staff.establishment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.staff.department.DepartmentNames;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;

/** Takes lines of the establishment from a file, a batch at a time in the import's transaction. */
@Component
public class EstablishmentIntake {

    private final EstablishmentRepository establishment;
    private final InstitutionDirectory institutions;
    private final DepartmentNames departments;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    EstablishmentIntake(
            EstablishmentRepository establishment,
            InstitutionDirectory institutions,
            DepartmentNames departments,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.establishment = establishment;
        this.institutions = institutions;
        this.departments = departments;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** The institutions at hand, locked, with their lines as they stand after the entries judged so far. */
    private record Book(
            Map<String, InstitutionId> places,
            Map<String, AuthorisedPost> byExternalId,
            Map<UUID, AuthorisedPost> standing,
            DepartmentNames.Known departments) {

        void judge(Entry entry, AuthorisedPost told) {
            PostDetails details = told.details();
            departments
                    .objection(
                            told.institution().code(),
                            details.department(),
                            details.valid().from())
                    .ifPresent(entry::fault);
            standing.values().stream()
                    .filter(other -> other.overlaps(told, departments))
                    .findFirst()
                    .ifPresent(other -> entry.fault(
                            "category",
                            "post-overlaps",
                            other.details().category().code(),
                            other.details().valid().from()));
        }
    }

    public Taken take(Editor editor, List<Entry> entries) {
        Book book = book(editor, entries);
        List<AuthorisedPost> authorised = new ArrayList<>();
        List<AuthorisedPost> revised = new ArrayList<>();
        Taken taken = Taken.NOTHING;
        for (Entry entry : entries) {
            AuthorisedPost known = book.byExternalId().get(entry.key("externalId"));
            Optional<AuthorisedPost> told = told(editor, entry, book, known);
            if (told.isPresent()) {
                taken = taken.plus(taken(told.get(), known, authorised, revised));
                book.standing().put(told.get().id(), told.get());
            }
        }
        establishment.insert(authorised);
        establishment.update(revised);
        told(editor, "post.authorised", authorised);
        told(editor, "post.revised", revised);
        return taken;
    }

    private Book book(Editor editor, List<Entry> entries) {
        Map<String, AuthorisedPost> known = new HashMap<>();
        Map<String, InstitutionId> places = institutions.ids(editor.association(), keys(entries, "institutionCode"));
        List<AuthorisedPost> standing = new ArrayList<>(establishment.lockAt(editor.association(), places.values()));
        establishment
                .byExternalId(editor.association(), keys(entries, "externalId"))
                .forEach(post -> known.put(post.externalId(), post));
        return new Book(
                places,
                known,
                standing.stream().collect(Collectors.toMap(AuthorisedPost::id, Function.identity())),
                departments.at(places.values()));
    }

    private Optional<AuthorisedPost> told(Editor editor, Entry entry, Book book, @Nullable AuthorisedPost known) {
        String externalId = entry.text("externalId", 50);
        String code = entry.text("institutionCode", 50);
        PostDetails details = PostDetails.read(entry);
        String reason = entry.optionalText("reason", 500);
        InstitutionId place = book.places().get(code);
        if (!code.isEmpty() && place == null) {
            entry.fault("institutionCode", "unknown-institution", code);
        } else if (known != null && !known.institution().code().equals(code)) {
            entry.fault("institutionCode", "immutable", known.institution().code());
        } else if (!editor.scope().permits(code)) {
            entry.fault("institutionCode", "outside-scope", code);
        }
        if (entry.faulty() || place == null) {
            return Optional.empty();
        }
        AuthorisedPost told = known == null
                ? AuthorisedPost.authorised(
                        editor.association(),
                        externalId,
                        new InstitutionRef(place, code),
                        details,
                        clock.instant(),
                        editor.name(),
                        reason)
                : known.revised(details, clock.instant(), editor.name(), reason);
        book.judge(entry, told);
        return entry.faulty() ? Optional.empty() : Optional.of(told);
    }

    private static Taken taken(
            AuthorisedPost told,
            @Nullable AuthorisedPost known,
            List<AuthorisedPost> authorised,
            List<AuthorisedPost> revised) {
        if (known == null) {
            authorised.add(told);
            return new Taken(1, 0, 0);
        }
        if (told.version() == known.version()) {
            return new Taken(0, 0, 1);
        }
        revised.add(told);
        return new Taken(0, 1, 0);
    }

    private void told(Editor editor, String action, List<AuthorisedPost> posts) {
        outbox.publish(posts.stream().map(AuthorisedPost::announcement).toList());
        audit.record(posts.stream().map(post -> post.trace(editor, action)).toList());
    }

    private static Set<String> keys(List<Entry> entries, String field) {
        Set<String> keys = new HashSet<>();
        entries.forEach(entry -> keys.add(entry.key(field)));
        return keys;
    }
}
