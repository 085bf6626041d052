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

    Campaign drafted(Editor editor, Campaign draft) {
        campaigns.insert(draft);
        return announced(editor, "recruitment.drafted", draft);
    }

    Campaign changed(Editor editor, String action, Campaign next) {
        campaigns.update(next);
        return announced(editor, action, next);
    }

    private Campaign announced(Editor editor, String action, Campaign campaign) {
        outbox.publish(CampaignChanged.of(campaign));
        return told(editor, action, campaign, campaign);
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
