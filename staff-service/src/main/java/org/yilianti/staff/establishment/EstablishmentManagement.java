package org.yilianti.staff.establishment;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.department.DepartmentNames;
import org.yilianti.staff.department.DepartmentNames.Known;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;

/** Authorises posts and permits what goes beyond. */
@Service
public class EstablishmentManagement {

    private final EstablishmentRepository establishment;
    private final InstitutionDirectory institutions;
    private final DepartmentNames departments;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    EstablishmentManagement(
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

    /** Adds a line; refuses (422) one under which somebody of another line could fall. */
    @Transactional
    public AuthorisedPost authorise(Editor editor, Entry entry) {
        String code = entry.text("institutionCode", 50);
        PostDetails details = PostDetails.read(entry);
        String reason = entry.optionalText("reason", 500);
        InstitutionId place =
                institutions.ids(editor.association(), List.of(code)).get(code);
        if (place == null) {
            entry.fault("institutionCode", "unknown-institution", code);
        }
        entry.refuseIfFaulty();
        editor.require(code);
        InstitutionRef institution = new InstitutionRef(Objects.requireNonNull(place), code);
        AuthorisedPost post = AuthorisedPost.authorised(
                editor.association(), null, institution, details, clock.instant(), editor.name(), reason);
        judge(entry, post);
        establishment.insert(List.of(post));
        return recorded(editor, "post.authorised", post);
    }

    /** Changes what a line says, with a reason; who holds it is not touched. */
    @Transactional
    public AuthorisedPost revise(Editor editor, UUID id, ExpectedVersion expected, Entry entry) {
        AuthorisedPost known = within(editor, id);
        PostDetails details = PostDetails.read(entry);
        String reason = entry.text("reason", 500);
        entry.refuseIfFaulty();
        AuthorisedPost revised = known.revised(details, clock.instant(), editor.name(), reason);
        judge(entry, revised);
        AuthorisedPost locked = within(editor, id); // again, now that nobody else can change it
        expected.check(locked.version());
        if (revised.version() > locked.version()) {
            establishment.update(List.of(revised));
            recorded(editor, "post.revised", revised);
        }
        return revised;
    }

    /** Lets an institution employ more people for a term; the association's decision. */
    @Transactional
    public Permit permit(Editor editor, UUID postId, Entry entry) {
        AuthorisedPost post = within(editor, postId);
        Permit.Terms terms = Permit.Terms.read(entry);
        entry.refuseIfFaulty();
        Permit permit = Permit.granted(post, terms, clock.instant(), editor.name());
        establishment.lockAt(editor.association(), List.of(post.institution().id()));
        establishment.insert(editor.association(), List.of(permit));
        outbox.publish(permit.announcement(editor.association()));
        audit.record(permit.trace(editor, post.institution().code()));
        return permit;
    }

    private AuthorisedPost within(Editor editor, UUID id) {
        return establishment
                .find(editor.association(), id)
                .filter(post -> editor.scope().permits(post.institution().code()))
                .orElseThrow(() -> Refusal.notFound("post.unknown", id));
    }

    /** Locks the institution's lines and refuses (422) one that overlaps another, or that names a department which is not open. */
    private void judge(Entry entry, AuthorisedPost wanted) {
        InstitutionRef place = wanted.institution();
        Known known = departments.at(List.of(place.id()));
        known.objection(
                        place.code(),
                        wanted.details().department(),
                        wanted.details().valid().from())
                .ifPresent(entry::fault);
        establishment.lockAt(wanted.association(), List.of(wanted.institution().id())).stream()
                .filter(other -> other.overlaps(wanted, known))
                .findFirst()
                .ifPresent(other -> entry.fault(
                        "category",
                        "post-overlaps",
                        other.details().category().code(),
                        other.details().valid().from()));
        entry.refuseIfFaulty();
    }

    private AuthorisedPost recorded(Editor editor, String action, AuthorisedPost post) {
        outbox.publish(post.announcement());
        audit.record(post.trace(editor, action));
        return post;
    }
}
