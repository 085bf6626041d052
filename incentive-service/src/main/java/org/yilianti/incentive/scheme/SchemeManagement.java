package org.yilianti.incentive.scheme;

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

/** Writes and publishes schemes; a matter of the whole association. */
@Service
public class SchemeManagement {

    private final IndicatorSchemes schemes;
    private final AuditTrail audit;
    private final Clock clock;

    SchemeManagement(IndicatorSchemes schemes, AuditTrail audit, Clock clock) {
        this.schemes = schemes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Drafts a scheme, the next edition of its name. */
    @Transactional
    public IndicatorScheme draft(Caller caller, String name, SchemeContent content) {
        caller.require("*", Role.EVALUATOR);
        int edition = schemes.nextEdition(caller.association(), name);
        IndicatorScheme scheme =
                IndicatorScheme.drafted(caller.association(), name, edition, content, caller.name(), clock.instant());
        schemes.insert(scheme);
        record(caller, "scheme.drafted", scheme);
        return scheme;
    }

    /** Gives a draft of the same author another content. */
    @Transactional
    public IndicatorScheme revise(Caller caller, SchemeId id, ExpectedVersion expected, SchemeContent content) {
        caller.require("*", Role.EVALUATOR);
        IndicatorScheme before = schemes.lock(caller.association(), id);
        expected.check(before.version());
        IndicatorScheme after = before.revised(content, caller.name());
        schemes.update(after);
        schemes.replaceContent(after);
        record(caller, "scheme.revised", after);
        return after;
    }

    /** Publishes a draft that somebody else wrote, as it was read if that is said. */
    @Transactional
    public IndicatorScheme publish(Caller caller, SchemeId id, @Nullable ExpectedVersion expected) {
        caller.require("*", Role.EVALUATOR);
        IndicatorScheme draft = schemes.lock(caller.association(), id);
        ExpectedVersion.checkIfSent(expected, draft.version());
        IndicatorScheme after = draft.published(caller.name(), clock.instant());
        schemes.update(after);
        record(caller, "scheme.published", after);
        return after;
    }

    private void record(Caller caller, String action, IndicatorScheme scheme) {
        audit.record(AuditRecord.of(
                caller,
                action,
                "indicator-scheme",
                scheme.id().value(),
                null,
                Map.of("version", scheme.version(), "name", scheme.name(), "edition", scheme.edition())));
    }
}
