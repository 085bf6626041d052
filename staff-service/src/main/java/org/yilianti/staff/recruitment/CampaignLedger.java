package org.yilianti.staff.recruitment;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.recruitment.Progress.Step;

/** Reads campaigns for whoever changes them or what belongs to them, and keeps the trace. */
@Component
class CampaignLedger {

    private final CampaignRepository campaigns;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    CampaignLedger(CampaignRepository campaigns, Outbox outbox, AuditTrail audit, Clock clock) {
        this.campaigns = campaigns;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** The campaign, locked; refuses (404) any that an office outside the editor's scope holds. */
    Campaign held(Editor editor, UUID id) {
        return campaigns
                .lock(editor.association(), id)
                .filter(known -> editor.scope().permits(known.institution().code()))
                .orElseThrow(() -> Refusal.notFound("recruitment.unknown", id));
    }

    Step step(Editor editor) {
        return new Step(clock.instant(), editor.name());
    }

    /** Writes it and, unless nobody has ever heard of it, tells of it. */
    Campaign changed(Editor editor, String action, Campaign next) {
        campaigns.update(next);
        if (next.progress().published() != null) {
            outbox.publish(CampaignChanged.of(next));
        }
        return told(editor, action, next, next);
    }

    /** @param detail what changed, without personal data */
    Campaign told(Editor editor, String action, Campaign campaign, Object detail) {
        audit.record(editor.did(
                action,
                "recruitment-campaign",
                campaign.id(),
                campaign.institution().code(),
                detail));
        return campaign;
    }
}
