package org.yilianti.incentive.payscheme;

import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.web.ExpectedVersion;

/** Writes pay schemes and has another person publish them; a matter of the whole association. */
@Service
public class PaySchemeManagement {

    private final PaySchemes schemes;
    private final AuditTrail audit;
    private final Clock clock;

    PaySchemeManagement(PaySchemes schemes, AuditTrail audit, Clock clock) {
        this.schemes = schemes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Drafts a scheme, the next edition of its name. */
    @Transactional
    public PayScheme draft(Caller caller, String name, PayScheme.Content content) {
        caller.require("*", Role.PAYROLL_OFFICER);
        int edition = schemes.nextEdition(caller.association(), name);
        PayScheme scheme =
                PayScheme.drafted(caller.association(), name, edition, content, caller.name(), clock.instant());
        schemes.insert(scheme);
        record(caller, "pay-scheme.drafted", scheme);
        return scheme;
    }

    /** Gives a draft of the same author other terms. */
    @Transactional
    public PayScheme revise(Caller caller, PaySchemeId id, ExpectedVersion expected, PayScheme.Content content) {
        caller.require("*", Role.PAYROLL_OFFICER);
        PayScheme before = schemes.lock(caller.association(), id);
        expected.check(before.version());
        PayScheme after = before.revised(content, caller.name());
        schemes.update(after);
        record(caller, "pay-scheme.revised", after);
        return after;
    }

    /** Publishes a draft that somebody else wrote, as it was read if that is said. */
    @Transactional
    public PayScheme publish(Caller caller, PaySchemeId id, @Nullable ExpectedVersion expected) {
        caller.require("*", Role.PAYROLL_REVIEWER);
        PayScheme draft = schemes.lock(caller.association(), id);
        ExpectedVersion.checkIfSent(expected, draft.version());
        PayScheme after = draft.published(caller.name(), clock.instant());
        schemes.update(after);
        record(caller, "pay-scheme.published", after);
        return after;
    }

    /** Throws a draft away. */
    @Transactional
    public void discard(Caller caller, PaySchemeId id, ExpectedVersion expected) {
        caller.require("*", Role.PAYROLL_OFFICER);
        PayScheme draft = schemes.lock(caller.association(), id);
        expected.check(draft.version());
        draft.requireDraft();
        schemes.delete(draft);
        record(caller, "pay-scheme.discarded", draft);
    }

    private void record(Caller caller, String action, PayScheme scheme) {
        audit.record(AuditRecord.of(
                caller,
                action,
                "pay-scheme",
                scheme.id().value(),
                null,
                Map.of(
                        "version",
                        scheme.version(),
                        "kind",
                        scheme.kind().code(),
                        "name",
                        scheme.name(),
                        "edition",
                        scheme.edition(),
                        "validFrom",
                        scheme.validFrom().toString())));
    }
}
