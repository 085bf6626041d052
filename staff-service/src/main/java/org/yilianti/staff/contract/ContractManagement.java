package org.yilianti.staff.contract;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.Member;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MemberManagement;
import org.yilianti.staff.member.Recording;
import org.yilianti.staff.member.Sight;

/** Records contracts, their renewals, corrections and ends. */
@Service
public class ContractManagement {

    private final ContractRepository contracts;
    private final MemberManagement members;
    private final MemberDirectory directory;
    private final InstitutionDirectory institutions;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;

    ContractManagement(
            ContractRepository contracts,
            MemberManagement members,
            MemberDirectory directory,
            InstitutionDirectory institutions,
            Outbox outbox,
            AuditTrail audit,
            AssociationCalendar calendar,
            Clock clock) {
        this.contracts = contracts;
        this.members = members;
        this.directory = directory;
        this.institutions = institutions;
        this.outbox = outbox;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Records a contract; refuses (422) days of which another with the same employer is believed. */
    @Transactional
    public Contract conclude(Editor editor, MemberId member, Entry entry) {
        members.hold(editor, member);
        ContractDetails details = ContractDetails.read(entry);
        Recording now = recording(editor, entry.optionalText("reason", 500));
        String code = entry.text("institutionCode", 50);
        InstitutionId employer =
                institutions.ids(editor.association(), List.of(code)).get(code);
        if (employer == null) {
            entry.fault("institutionCode", "unknown-institution", code);
            entry.refuseIfFaulty();
            throw new IllegalStateException("a faulty entry is refused");
        }
        InstitutionRef ref = new InstitutionRef(employer, code);
        entry.refuseIfFaulty();
        editor.require(code);
        judge(entry, member, ref, null, details);
        Contract made = Contract.made(editor.association(), member, ref, details, null, now);
        write(editor, "contract.concluded", made);
        return made;
    }

    /** Records the contract that follows; refuses (409) when the known one has no end, or is renewed already. */
    @Transactional
    public Contract renew(Editor editor, UUID id, Entry entry) {
        Contract known = held(editor, id);
        LocalDate end = known.details().valid().to();
        if (end == null) {
            throw Refusal.conflict("contract.without-end", id);
        }
        ContractDetails details = ContractDetails.renewal(entry, end);
        Recording now = recording(editor, entry.optionalText("reason", 500));
        if (contracts.believedOf(known.member()).stream().anyMatch(other -> id.equals(other.renews()))) {
            throw Refusal.conflict("contract.renewed", id);
        }
        judge(entry, known.member(), known.employer(), null, details);
        Contract renewal = Contract.made(editor.association(), known.member(), known.employer(), details, id, now);
        write(editor, "contract.renewed", renewal);
        return renewal;
    }

    /** Corrects what is believed, past and future; what was believed before stays known. */
    @Transactional
    public Contract correct(Editor editor, UUID id, ExpectedVersion expected, Entry entry) {
        Contract known = held(editor, id);
        expected.check(known.revision());
        ContractDetails details = ContractDetails.read(entry);
        Recording now = recording(editor, entry.text("reason", 500));
        judge(entry, known.member(), known.employer(), id, details);
        return replace(editor, "contract.corrected", known, known.corrected(details, now));
    }

    /** Ends a contract earlier than believed; refuses (422) an end outside its period. */
    @Transactional
    public Contract end(Editor editor, UUID id, Entry entry) {
        Contract known = held(editor, id);
        LocalDate end = entry.date("validTo");
        Recording now = recording(editor, entry.text("reason", 500));
        if (!entry.faulty()) {
            known.objectionToEnd(end).ifPresent(entry::fault);
        }
        entry.refuseIfFaulty();
        return replace(
                editor, "contract.ended", known, known.corrected(known.details().endedAt(end), now));
    }

    /**
     * Takes back an end: what was believed before it is believed again, of the person as whom its holder goes on; refuses (409) when
     * something else was recorded since, (422) days of which another contract with the employer is believed by now.
     *
     * @param revision that ended it
     */
    @Transactional
    public Contract reinstate(Editor editor, UUID id, int revision, String reason) {
        Contract known = held(editor, id);
        Refusal changed = Refusal.conflict("contract.changed-since", id);
        boolean same = revision <= known.revision()
                && IntStream.range(revision, known.revision()).allMatch(since -> contracts
                        .revision(editor.association(), id, since)
                        .filter(then -> then.details().equals(known.details()))
                        .isPresent());
        if (!same) {
            throw changed;
        }
        ContractDetails before = contracts
                .revision(editor.association(), id, revision - 1)
                .orElseThrow(() -> changed)
                .details();
        judge(Entry.form(), known.member(), known.employer(), id, before);
        return replace(editor, "contract.reinstated", known, known.corrected(before, recording(editor, reason)));
    }

    /** Hands contracts over when two records of one person become one; refuses (409) two with one employer at once. */
    @Transactional
    public void handOver(Editor editor, MemberId duplicate, MemberId survivor) {
        Recording now = recording(editor, "member merged");
        for (Contract contract : contracts.believedOf(duplicate)) {
            if (overlapping(survivor, contract.employer(), null, contract.details())
                    .isPresent()) {
                throw Refusal.conflict("contract.both", contract.employer().code())
                        .at("/duplicateId");
            }
            replace(editor, "contract.handed-over", contract, contract.movedTo(survivor, now));
        }
    }

    /** The contract believed now, its holder locked; refuses (404) one of another employer than the editor's. */
    private Contract held(Editor editor, UUID id) {
        Refusal unknown = Refusal.notFound("contract.unknown", id);
        Sight everybody = Sight.of(InstitutionScope.ALL, calendar.today());
        MemberId holder = contracts
                .believed(editor.association(), id)
                .filter(known -> editor.scope().permits(known.employer().code()))
                .flatMap(known -> directory.hold(editor.association(), everybody, known.member()))
                .filter(member -> !member.closed())
                .map(Member::id)
                .orElseThrow(() -> unknown);
        return contracts
                .believed(editor.association(), id)
                .filter(contract -> contract.member().equals(holder))
                .orElseThrow(() -> unknown);
    }

    private void judge(
            Entry entry, MemberId member, InstitutionRef employer, @Nullable UUID itself, ContractDetails details) {
        if (!entry.faulty()) {
            overlapping(member, employer, itself, details)
                    .ifPresent(other -> entry.fault(
                            "validFrom",
                            "contract-overlaps",
                            other.details().valid().from()));
        }
        entry.refuseIfFaulty();
    }

    private Optional<Contract> overlapping(
            MemberId member, InstitutionRef employer, @Nullable UUID itself, ContractDetails details) {
        return contracts.believedOf(member).stream()
                .filter(other -> !other.id().equals(itself) && other.employer().equals(employer))
                .filter(other -> other.details().valid().overlaps(details.valid()))
                .findFirst();
    }

    private Contract replace(Editor editor, String action, Contract known, Contract next) {
        if (next.revision() > known.revision()) {
            contracts.supersede(List.of(known.superseded(next.recording())));
            write(editor, action, next);
        }
        return next;
    }

    private void write(Editor editor, String action, Contract contract) {
        contracts.insert(List.of(contract));
        outbox.publish(contract.announcement());
        audit.record(editor.did(
                action, "contract", contract.id(), contract.employer().code(), contract));
    }

    private Recording recording(Editor editor, @Nullable String reason) {
        return Recording.now(clock.instant(), editor.name(), reason);
    }
}
