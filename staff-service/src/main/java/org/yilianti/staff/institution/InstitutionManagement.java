package org.yilianti.staff.institution;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;

/** Founds and revises institutions, one by one. */
@Service
public class InstitutionManagement {

    private final InstitutionRepository institutions;
    private final Outbox outbox;
    private final AuditTrail audit;

    InstitutionManagement(InstitutionRepository institutions, Outbox outbox, AuditTrail audit) {
        this.institutions = institutions;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Registers a new institution; refuses (409) a code that is taken. */
    @Transactional
    public Institution found(Editor editor, Entry entry) {
        InstitutionTree tree = new InstitutionTree(institutions.lockAll(editor.association()));
        InstitutionDetails details = InstitutionDetails.read(entry);
        tree.judgeParent(details, entry);
        entry.refuseIfFaulty();
        editor.require(details.code());
        if (tree.find(details.code()).isPresent()) {
            throw Refusal.conflict("institution.exists", details.code()).at("/code");
        }
        Institution institution = Institution.founded(editor.association(), details, tree.parent(details));
        institutions.insert(List.of(institution));
        announce(editor, "institution.founded", institution);
        return institution;
    }

    /** Changes what is said about an institution; the same content makes no new version. */
    @Transactional
    public Institution revise(Editor editor, InstitutionId id, ExpectedVersion expected, Entry entry) {
        List<Institution> all = institutions.lockAll(editor.association());
        Institution known = all.stream()
                .filter(institution -> institution.id().equals(id))
                .filter(institution ->
                        editor.scope().permits(institution.details().code()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("institution.unknown", id));
        expected.check(known.version());
        InstitutionTree tree = new InstitutionTree(all);
        InstitutionDetails details = InstitutionDetails.read(entry);
        tree.judgeParent(details, entry);
        known.objection(details).ifPresent(entry::fault);
        entry.refuseIfFaulty();
        Institution revised = known.revised(details, tree.parent(details));
        if (revised.version() > known.version()) {
            institutions.update(List.of(revised));
            announce(editor, "institution.revised", revised);
        }
        return revised;
    }

    private void announce(Editor editor, String action, Institution institution) {
        outbox.publish(institution.announcement());
        audit.record(institution.trace(editor, action));
    }
}
