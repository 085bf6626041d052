package org.yilianti.staff.contract;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Recording;
import org.yilianti.staff.member.Sight;

/** Takes contracts from a file, a batch at a time in the import's transaction. */
@Component
public class ContractIntake {

    private final ContractRepository contracts;
    private final MemberDirectory members;
    private final InstitutionDirectory institutions;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;

    ContractIntake(
            ContractRepository contracts,
            MemberDirectory members,
            InstitutionDirectory institutions,
            Outbox outbox,
            AuditTrail audit,
            AssociationCalendar calendar,
            Clock clock) {
        this.contracts = contracts;
        this.members = members;
        this.institutions = institutions;
        this.outbox = outbox;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Concludes, renews and corrects; a contract of somebody who has left is corrected, but nobody out of sight gets a first one. */
    public Taken take(Editor editor, List<Entry> entries) {
        ContractBatch.Known known = known(editor, entries);
        List<Contract> believed = contracts.believedOf(Set.copyOf(known.people().values()));
        Recording now = Recording.now(clock.instant(), editor.name(), null);
        ContractBatch batch = new ContractBatch(editor, known, believed, now);
        entries.forEach(batch::take);
        contracts.supersede(batch.superseded());
        contracts.insert(batch.written());
        outbox.publish(batch.written().stream().map(Contract::announcement).toList());
        audit.record(batch.written().stream()
                .map(contract -> editor.did(
                        contract.revision() == 1 ? "contract.concluded" : "contract.corrected",
                        "contract",
                        contract.id(),
                        contract.employer().code(),
                        contract))
                .toList());
        return batch.taken();
    }

    private ContractBatch.Known known(Editor editor, List<Entry> entries) {
        Set<String> staffNos = new HashSet<>();
        Set<String> codes = new HashSet<>();
        entries.forEach(entry -> {
            staffNos.add(entry.key("staffNo"));
            codes.add(entry.key("institutionCode"));
        });
        Sight everybody = Sight.of(InstitutionScope.ALL, calendar.today());
        Sight sight = Sight.of(editor.scope(), calendar.today());
        Map<String, MemberId> people = members.hold(editor.association(), everybody, staffNos);
        return new ContractBatch.Known(
                people,
                members.ids(editor.association(), sight, staffNos).keySet(),
                institutions.ids(editor.association(), codes));
    }
}
