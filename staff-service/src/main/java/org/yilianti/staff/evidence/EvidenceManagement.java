package org.yilianti.staff.evidence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.agenda.Agenda;
import org.yilianti.staff.agenda.AgendaItem;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.credential.SanctionManagement;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.evidence.EvidenceFile.Withdrawal;
import org.yilianti.staff.member.Member;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;

/** Keeps, withdraws and destroys files; the locks are taken in the order person, licence, file. */
@Service
public class EvidenceManagement {

    private final EvidenceRepository files;
    private final ContentStore contents;
    private final SanctionManagement licences;
    private final MemberDirectory members;
    private final Policies policies;
    private final Agenda agenda;
    private final EvidenceLedger ledger;
    private final AssociationCalendar calendar;
    private final Clock clock;

    EvidenceManagement(
            EvidenceRepository files,
            ContentStore contents,
            SanctionManagement licences,
            MemberDirectory members,
            Policies policies,
            Agenda agenda,
            EvidenceLedger ledger,
            AssociationCalendar calendar,
            Clock clock) {
        this.files = files;
        this.contents = contents;
        this.licences = licences;
        this.members = members;
        this.policies = policies;
        this.agenda = agenda;
        this.ledger = ledger;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A file that stands, and whether it was added just now. */
    public record Kept(EvidenceFile file, boolean added) {}

    /**
     * Keeps a file; one with the same content that stands under the record already is given back instead.
     *
     * <p>Refuses (404) outside the editor's scope, (409) one of a person whose data were erased and one too many.
     */
    @Transactional
    public Kept attach(Editor editor, EvidenceOwner owner, ExaminedFile examined) {
        Member holder = members.hold(editor.association(), everybody(), owner.member())
                .orElseThrow(() -> Refusal.notFound("member.unknown", owner.member()));
        licences.hold(editor, owner.licence());
        if (holder.closed()) {
            throw Refusal.conflict("evidence.person-erased", holder.details().staffNo());
        }
        List<EvidenceFile> standing = files.standing(editor.association(), owner);
        Optional<EvidenceFile> same = standing.stream()
                .filter(file -> file.hash().equals(examined.hash()))
                .findFirst();
        if (same.isPresent()) {
            return new Kept(same.get(), false);
        }
        int most = rules(editor.association()).filesPerRecord();
        if (standing.size() >= most) {
            throw Refusal.conflict("evidence.too-many", most);
        }
        return new Kept(stored(editor, owner, examined), true);
    }

    private EvidenceFile stored(Editor editor, EvidenceOwner owner, ExaminedFile examined) {
        EvidenceFile file =
                EvidenceFile.uploaded(editor.association(), owner, examined, clock.instant(), editor.name());
        files.insert(file);
        contents.insert(file, examined.content());
        ledger.changed(editor, "evidence.uploaded", file, owner.institutionCode(), null);
        return file;
    }

    /** Notes that somebody is given the content; refuses (409) to give out what was erased, though it is kept. */
    @Transactional
    public void open(Editor reader, EvidenceOwner owner, EvidenceFile file) {
        members.find(reader.association(), everybody(), file.member())
                .filter(Member::closed)
                .ifPresent(erased -> {
                    throw Refusal.conflict(
                            "evidence.person-erased", erased.details().staffNo());
                });
        ledger.trace(reader, "evidence.downloaded", file, owner.institutionCode(), null);
    }

    /** The file no longer counts; its content goes when the policy says. */
    @Transactional
    public EvidenceFile withdraw(Editor editor, EvidenceOwner owner, UUID id, Entry entry) {
        String reason = entry.text("reason", 500);
        entry.refuseIfFaulty();
        licences.hold(editor, owner.licence());
        EvidenceFile file =
                files.lock(editor.association(), id).orElseThrow(() -> Refusal.notFound("evidence.unknown", id));
        LocalDate until = calendar.today().plusYears(rules(editor.association()).keptYears());
        return withdraw(editor, file, owner.institutionCode(), reason, until);
    }

    private EvidenceFile withdraw(
            Editor editor, EvidenceFile file, @Nullable String institution, String reason, LocalDate until) {
        Withdrawal why = new Withdrawal(clock.instant(), editor.name(), reason, until, null);
        EvidenceFile withdrawn = file.withdrawn(why);
        files.withdraw(withdrawn, why);
        agenda.plan(List.of(new AgendaItem(editor.association(), EvidenceTerm.NAME, file.id(), until)));
        ledger.changed(editor, "evidence.withdrawn", withdrawn, institution, reason);
        return withdrawn;
    }

    /**
     * Withdraws what is kept of a person whose data are erased.
     *
     * @param keptUntil day on which who they were is forgotten; null for at once
     */
    @Transactional
    public void erase(Editor editor, MemberId member, @Nullable LocalDate keptUntil) {
        LocalDate until = keptUntil == null ? calendar.today() : keptUntil;
        for (EvidenceFile found : files.keptOf(editor.association(), member)) {
            EvidenceFile file = files.lock(editor.association(), found.id()).orElseThrow();
            Withdrawal before = file.withdrawal();
            if (before == null) {
                withdraw(editor, file, null, "personal data erased", until);
            } else if (before.destroyedAt() == null && before.keptUntil().isAfter(until)) {
                EvidenceFile kept = file.keptOnlyUntil(until);
                files.keepUntil(kept, until);
                ledger.changed(editor, "evidence.kept-shorter", kept, null, "personal data erased");
                agenda.plan(List.of(new AgendaItem(editor.association(), EvidenceTerm.NAME, file.id(), until)));
            }
            files.forgetName(file);
            destroy(editor, found.id());
        }
    }

    /** Destroys the content of a withdrawn file whose day has come; does nothing otherwise. */
    @Transactional
    public void destroy(Editor editor, UUID id) {
        files.lock(editor.association(), id)
                .filter(file -> file.due(calendar.today()))
                .ifPresent(file -> {
                    contents.delete(id);
                    Instant now = clock.instant();
                    EvidenceFile destroyed = file.destroyed(now);
                    files.destroy(destroyed, now);
                    ledger.changed(editor, "evidence.destroyed", destroyed, null, null);
                });
    }

    private Sight everybody() {
        return Sight.of(InstitutionScope.ALL, calendar.today());
    }

    private EvidenceRules rules(UUID association) {
        return policies.inForce(association, EvidenceRules.class, calendar.today());
    }
}
