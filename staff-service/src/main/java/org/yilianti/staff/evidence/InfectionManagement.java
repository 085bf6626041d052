package org.yilianti.staff.evidence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.policy.Policies;
import org.yilianti.staff.agenda.Agenda;
import org.yilianti.staff.agenda.AgendaItem;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.evidence.EvidenceFile.Withdrawal;
import org.yilianti.staff.evidence.Verdict.Outcome;

/** Keeps a trace of infected uploads, and draws the consequence of scans that come after the upload. */
@Service
class InfectionManagement {

    private final EvidenceRepository files;
    private final Policies policies;
    private final Agenda agenda;
    private final EvidenceLedger ledger;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;

    InfectionManagement(
            EvidenceRepository files,
            Policies policies,
            Agenda agenda,
            EvidenceLedger ledger,
            AuditTrail audit,
            AssociationCalendar calendar,
            Clock clock) {
        this.files = files;
        this.policies = policies;
        this.agenda = agenda;
        this.ledger = ledger;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What the audit trail keeps of an infected upload: not the name of the file. */
    record Infected(String mediaType, int size, String sha256, String finding) {}

    /** Notes who sent what for which record though nothing of it is kept; commits by itself, since the upload is refused. */
    @Transactional
    public void refused(Editor editor, EvidenceOwner owner, FileType type, byte[] content, String finding) {
        String hash = HexFormat.of().formatHex(ExaminedFile.digest().digest(content));
        audit.record(editor.did(
                "evidence.infected-upload",
                owner.kind().code(),
                owner.id(),
                owner.institutionCode(),
                new Infected(type.mediaType(), content.length, hash, finding)));
    }

    /** Keeps what a later scan found, unless the file was withdrawn meanwhile: a clean one stands, an infected one does not. */
    @Transactional
    public void settle(UUID association, UUID id, Verdict verdict) {
        Editor scan = Editor.system(association, "virus-scan");
        files.lock(association, id)
                .filter(file -> file.withdrawal() == null && file.scan() == Outcome.NOT_SCANNED)
                .ifPresent(file -> {
                    switch (verdict.outcome()) {
                        case CLEAN -> {
                            EvidenceFile clean = file.scanned(Outcome.CLEAN);
                            files.scanned(clean, clock.instant());
                            ledger.changed(scan, "evidence.scanned", clean, null, null);
                        }
                        case INFECTED -> withdraw(scan, file, String.valueOf(verdict.finding()));
                        case NOT_SCANNED, UNAVAILABLE -> files.scanned(file, clock.instant());
                    }
                });
    }

    private void withdraw(Editor scan, EvidenceFile file, String finding) {
        int years = policies.inForce(file.association(), EvidenceRules.class, calendar.today())
                .keptYears();
        LocalDate until = calendar.today().plusYears(years);
        Withdrawal why = new Withdrawal(clock.instant(), scan.name(), "infected: " + finding, until, null);
        EvidenceFile withdrawn = file.scanned(Outcome.INFECTED).withdrawn(why);
        files.withdraw(withdrawn, why);
        files.scanned(withdrawn, clock.instant());
        agenda.plan(List.of(new AgendaItem(file.association(), EvidenceTerm.NAME, file.id(), until)));
        ledger.changed(scan, "evidence.found-infected", withdrawn, null, finding);
    }
}
