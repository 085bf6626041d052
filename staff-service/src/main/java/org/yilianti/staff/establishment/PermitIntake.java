package org.yilianti.staff.establishment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;

/**
 * Takes leave to go beyond lines of the establishment from a file, a batch at a time in the import's transaction, the institutions locked. What
 * was granted stays: a row says it again or grants something new.
 */
@Component
public class PermitIntake {

    private final EstablishmentRepository establishment;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    PermitIntake(EstablishmentRepository establishment, Outbox outbox, AuditTrail audit, Clock clock) {
        this.establishment = establishment;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Grants in the order of the file. */
    public Taken take(Editor editor, List<Entry> entries) {
        Map<String, AuthorisedPost> posts = posts(editor, entries);
        List<Permit> known = establishment.permits(posts.values());
        List<Permit> granted = new ArrayList<>();
        List<AuditRecord> traces = new ArrayList<>();
        long unchanged = 0;
        for (Entry entry : entries) {
            Optional<AuthorisedPost> post = post(entry, posts);
            Permit.Terms told = Permit.Terms.read(entry);
            Optional<Permit> before = post.flatMap(line -> known.stream()
                    .filter(permit -> permit.post().equals(line.id())
                            && permit.valid().from().equals(told.valid().from()))
                    .findFirst());
            if (!entry.faulty() && before.isPresent()) {
                unchanged += recognised(entry, before.get(), told) ? 1 : 0;
            } else if (!entry.faulty() && post.isPresent()) {
                Permit permit = Permit.granted(post.get(), told, clock.instant(), editor.name());
                granted.add(permit);
                traces.add(permit.trace(editor, post.get().institution().code()));
            }
        }
        establishment.insert(editor.association(), granted);
        outbox.publish(granted.stream()
                .map(permit -> permit.announcement(editor.association()))
                .toList());
        audit.record(traces);
        return new Taken(granted.size(), 0, unchanged);
    }

    private static Optional<AuthorisedPost> post(Entry entry, Map<String, AuthorisedPost> posts) {
        String externalId = entry.text("authorisedPost", 50);
        Optional<AuthorisedPost> post = Optional.ofNullable(posts.get(externalId));
        if (!externalId.isEmpty() && post.isEmpty()) {
            entry.fault("authorisedPost", "post.unknown", externalId);
        }
        return post;
    }

    private static boolean recognised(Entry entry, Permit known, Permit.Terms told) {
        if (!known.says(told)) {
            entry.fault("extra", "permit-differs", known.extra(), known.valid().from());
        }
        return !entry.faulty();
    }

    /** Those in scope by external id; their institutions are locked, so nobody grants or appoints meanwhile. */
    private Map<String, AuthorisedPost> posts(Editor editor, List<Entry> entries) {
        List<String> named =
                entries.stream().map(entry -> entry.key("authorisedPost")).toList();
        List<AuthorisedPost> found = establishment.byExternalId(editor.association(), named).stream()
                .filter(post -> editor.scope().permits(post.institution().code()))
                .toList();
        establishment.lockAt(
                editor.association(),
                found.stream().map(post -> post.institution().id()).distinct().toList());
        return found.stream().collect(Collectors.toMap(AuthorisedPost::externalId, Function.identity()));
    }
}
