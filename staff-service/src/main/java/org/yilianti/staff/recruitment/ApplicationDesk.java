package org.yilianti.staff.recruitment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.entry.Editor;

/** Reads applications for whoever changes them, their campaign locked, and keeps the trace. */
@Component
class ApplicationDesk {

    private final ApplicationRepository applications;
    private final CampaignRepository campaigns;
    private final AuditTrail audit;

    ApplicationDesk(ApplicationRepository applications, CampaignRepository campaigns, AuditTrail audit) {
        this.applications = applications;
        this.campaigns = campaigns;
        this.audit = audit;
    }

    /** An application and its campaign, locked. */
    record Held(Campaign campaign, Application application) {

        Position position() {
            return campaign.positions().stream()
                    .filter(position -> position.id().equals(application.position()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What the audit trail keeps of a change: nothing of the person. */
    record Trace(UUID campaign, UUID position, String state, Object detail) {}

    /** Refuses (404) an application that neither the holder's nor the position's office of the editor's scope has. */
    Held held(Editor editor, UUID id) {
        Refusal unknown = Refusal.notFound("recruitment.application-unknown", id);
        Application found = applications.find(editor.association(), id).orElseThrow(() -> unknown);
        Campaign campaign =
                campaigns.lock(editor.association(), found.campaign()).orElseThrow(() -> unknown);
        if (!editor.scope().permits(campaign.institution().code())
                && !editor.scope().permits(found.institution().code())) {
            throw unknown;
        }
        return new Held(campaign, applications.find(editor.association(), id).orElseThrow());
    }

    Application changed(Editor editor, String action, Application next, Object detail) {
        applications.update(List.of(next));
        return told(editor, action, next, detail);
    }

    /** New applications of one request or batch. */
    void applied(Editor editor, List<Application> submitted) {
        audit.record(submitted.stream()
                .map(next -> trace(
                        editor,
                        "recruitment.applied",
                        next,
                        Map.of("grounds", next.candidate().grounds())))
                .toList());
    }

    /** @param detail what changed, without personal data */
    Application told(Editor editor, String action, Application next, Object detail) {
        audit.record(trace(editor, action, next, detail));
        return next;
    }

    private static AuditRecord trace(Editor editor, String action, Application next, Object detail) {
        return editor.did(
                action,
                "recruitment-application",
                next.id(),
                next.institution().code(),
                new Trace(next.campaign(), next.position(), next.state().code(), detail));
    }
}
