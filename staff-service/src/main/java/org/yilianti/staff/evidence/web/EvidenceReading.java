package org.yilianti.staff.evidence.web;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.evidence.EvidenceFile;
import org.yilianti.staff.evidence.EvidenceOwner;
import org.yilianti.staff.evidence.EvidenceOwners;
import org.yilianti.staff.evidence.EvidenceRepository;
import org.yilianti.staff.evidence.OwnerKind;
import org.yilianti.staff.evidence.Verdict;
import org.yilianti.staff.member.Sight;

/** Finds files and what they belong to for those who may see them: by the roles that read evidence, not by every role that reads members. */
@Component
class EvidenceReading {

    private static final Role[] READERS = {Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR};

    private final EvidenceRepository files;
    private final EvidenceOwners owners;
    private final AssociationCalendar calendar;

    EvidenceReading(EvidenceRepository files, EvidenceOwners owners, AssociationCalendar calendar) {
        this.files = files;
        this.owners = owners;
        this.calendar = calendar;
    }

    /** A file and what it belongs to. */
    record Found(EvidenceFile file, EvidenceOwner owner) {}

    EvidenceOwner owner(Caller caller, OwnerKind kind, UUID id) {
        return owners.seen(caller.association(), sight(caller), kind, id);
    }

    EvidenceOwner owner(Editor editor, OwnerKind kind, UUID id) {
        return owners.seen(editor.association(), Sight.of(editor.scope(), calendar.today()), kind, id);
    }

    Found file(Caller caller, UUID id) {
        return found(caller.association(), sight(caller), id);
    }

    Found file(Editor editor, UUID id) {
        return found(editor.association(), Sight.of(editor.scope(), calendar.today()), id);
    }

    /**
     * A file whose content the caller may have: of a withdrawn one auditors alone; refuses (409) others, and all when it is infected or
     * destroyed.
     */
    Found content(Caller caller, UUID id) {
        Found found = file(caller, id);
        if (found.file().scan() == Verdict.Outcome.INFECTED) {
            throw Refusal.conflict("evidence.withheld", id);
        }
        String status = found.file().status();
        if (status.equals("standing")) {
            return found;
        }
        Sight audit = Sight.of(caller.scope(Role.AUDITOR), calendar.today());
        EvidenceFile file = found.file();
        boolean audits = owners.find(caller.association(), audit, file.ownerKind(), file.ownerId())
                .isPresent();
        if (status.equals("destroyed") || !audits) {
            throw Refusal.conflict("evidence." + status, id);
        }
        return found;
    }

    private Found found(UUID association, Sight sight, UUID id) {
        return files.find(association, id)
                .flatMap(file -> owners.find(association, sight, file.ownerKind(), file.ownerId())
                        .map(owner -> new Found(file, owner)))
                .orElseThrow(() -> Refusal.notFound("evidence.unknown", id));
    }

    private Sight sight(Caller caller) {
        return new Sight(caller.scope(READERS), caller.has(Role.STAFF) ? caller.staffNo() : null, calendar.today());
    }
}
