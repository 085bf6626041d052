package org.yilianti.staff.institution;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;

/** Takes institutions from a file, a batch at a time in the import's transaction; a parent may stand in an earlier row. */
@Component
public class InstitutionIntake {

    private final InstitutionRepository institutions;
    private final Outbox outbox;
    private final AuditTrail audit;

    InstitutionIntake(InstitutionRepository institutions, Outbox outbox, AuditTrail audit) {
        this.institutions = institutions;
        this.outbox = outbox;
        this.audit = audit;
    }

    public Taken take(Editor editor, List<Entry> entries) {
        InstitutionTree tree = new InstitutionTree(institutions.lockAll(editor.association()));
        List<Institution> founded = new ArrayList<>();
        List<Institution> revised = new ArrayList<>();
        int unchanged = 0;
        for (Entry entry : entries) {
            InstitutionDetails details = InstitutionDetails.read(entry);
            tree.judgeParent(details, entry);
            if (!editor.scope().permits(details.code())) {
                entry.fault("code", "outside-scope", details.code());
            }
            if (entry.faulty()) {
                continue;
            }
            Institution known = tree.find(details.code()).orElse(null);
            Institution next = known == null
                    ? Institution.founded(editor.association(), details, tree.parent(details))
                    : known.revised(details, tree.parent(details));
            tree.put(next);
            if (known == null) {
                founded.add(next);
            } else if (next.version() > known.version()) {
                revised.add(next);
            } else {
                unchanged++;
            }
        }
        institutions.insert(founded);
        institutions.update(revised);
        told(editor, "institution.founded", founded);
        told(editor, "institution.revised", revised);
        return new Taken(founded.size(), revised.size(), unchanged);
    }

    private void told(Editor editor, String action, List<Institution> changed) {
        outbox.publish(changed.stream().map(Institution::announcement).toList());
        audit.record(changed.stream()
                .map(institution -> institution.trace(editor, action))
                .toList());
    }
}
