package org.yilianti.staff.recruitment.web;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.recruitment.Campaign;
import org.yilianti.staff.recruitment.CampaignDirectory;
import org.yilianti.staff.recruitment.CampaignManagement;

/** Campaigns: what they offer, and by which rules. */
@RestController
@RequestMapping("/v1/recruitment-campaigns")
class CampaignController {

    private static final Map<String, String> SORTABLE = Map.of("applyUntil", "c.apply_until");

    private final CampaignManagement management;
    private final CampaignDirectory directory;

    CampaignController(CampaignManagement management, CampaignDirectory directory) {
        this.management = management;
        this.directory = directory;
    }

    /** Nothing needs to be said to publish. */
    record PublicationRequest() {}

    @GetMapping
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.EVALUATOR, Role.AUDITOR})
    Page<CampaignView> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String sort) {
        SortOrder order = SortOrder.of(sort, SORTABLE, "applyUntil", "c.id");
        var filter = new CampaignDirectory.Filter(institution, state);
        var rows = directory.list(caller.association(), seen(caller), filter, order, page);
        return Page.of(rows, page, row -> SortOrder.cursor(row.details().applyUntil(), row.id()))
                .map(CampaignView::of);
    }

    @GetMapping("/{id}")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.EVALUATOR, Role.AUDITOR})
    ResponseEntity<CampaignView> get(Caller caller, @PathVariable UUID id) {
        return shown(
                ResponseEntity.ok(),
                directory
                        .find(caller.association(), seen(caller), id)
                        .orElseThrow(() -> Refusal.notFound("recruitment.unknown", id)));
    }

    @PostMapping
    @Requires(Role.HR_OFFICER)
    ResponseEntity<CampaignView> draft(Caller caller, @RequestBody CampaignRequest request) {
        Campaign drafted = management.draft(Editor.of(caller, Role.HR_OFFICER), request.entry(), request.lengths());
        return shown(ResponseEntity.created(URI.create("/v1/recruitment-campaigns/" + drafted.id())), drafted);
    }

    /** Changes a draft. */
    @PutMapping("/{id}")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<CampaignView> revise(
            Caller caller, @PathVariable UUID id, ExpectedVersion expected, @RequestBody CampaignRequest request) {
        Editor editor = Editor.of(caller, Role.HR_OFFICER);
        return shown(ResponseEntity.ok(), management.revise(editor, id, expected, request.entry(), request.lengths()));
    }

    /** Publishes a draft; never by who wrote it. */
    @PostMapping("/{id}/publications")
    @Requires(Role.REGISTRAR)
    ResponseEntity<CampaignView> publish(
            Caller caller, @PathVariable UUID id, ExpectedVersion expected, @RequestBody PublicationRequest request) {
        return shown(ResponseEntity.ok(), management.publish(Editor.of(caller, Role.REGISTRAR), id, expected));
    }

    static InstitutionScope seen(Caller caller) {
        return caller.scope(Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.EVALUATOR, Role.AUDITOR);
    }

    static ResponseEntity<CampaignView> shown(ResponseEntity.BodyBuilder answer, Campaign campaign) {
        return answer.eTag(ExpectedVersion.etag(campaign.version())).body(CampaignView.of(campaign));
    }
}
