package org.yilianti.staff.privacy;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.staff.member.Member;
import org.yilianti.staff.privacy.OwnRecords.Kept;

/** Gives people a copy of what is kept of them, and keeps that it did. */
@Service
public class CopyManagement {

    private final OwnRecords records;
    private final AuditTrail audit;

    CopyManagement(OwnRecords records, AuditTrail audit) {
        this.records = records;
        this.audit = audit;
    }

    /** What the audit trail keeps of it. */
    record Trace(String staffNo, List<String> tables) {}

    /** @param member the caller's own record */
    @Transactional
    public List<Kept> copy(Caller caller, Member member) {
        List<Kept> kept = records.of(member);
        audit.record(AuditRecord.of(
                caller,
                "member.copied",
                "member",
                member.id(),
                null,
                new Trace(
                        member.details().staffNo(),
                        kept.stream().map(Kept::table).toList())));
        return kept;
    }
}
