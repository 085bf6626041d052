package org.yilianti.staff.recruitment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.bulk.FileFormat;
import org.yilianti.staff.bulk.Sheet;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;
import org.yilianti.staff.recruitment.Campaign;
import org.yilianti.staff.recruitment.CampaignDirectory;
import org.yilianti.staff.recruitment.Ranking;
import org.yilianti.staff.recruitment.RankingManagement;
import org.yilianti.staff.recruitment.RankingPreview;
import org.yilianti.staff.recruitment.StandingRepository;
import org.yilianti.staff.recruitment.StandingRepository.Line;

/** Rankings: made by one person, approved by another, shown with the reason of every place. */
@RestController
@RequestMapping("/v1/recruitment-campaigns/{id}")
class RankingController {

    private static final SortOrder BY_RANK =
            SortOrder.of(null, Map.of("line", "s.line_no"), "line", "s.application_id");

    private final RankingManagement management;
    private final CampaignDirectory campaigns;
    private final StandingRepository standings;
    private final RankingPreview previews;

    RankingController(
            RankingManagement management,
            CampaignDirectory campaigns,
            StandingRepository standings,
            RankingPreview previews) {
        this.previews = previews;
        this.management = management;
        this.campaigns = campaigns;
        this.standings = standings;
    }

    /** Nothing needs to be said to rank. */
    record RankingRequest() {}

    /** Nothing needs to be said to approve. */
    record RankingApprovalRequest() {}

    /** Why a ranking is sent back. */
    record RejectionRequest(@Nullable String reason) {}

    /** Ranks all who may compete, once applications are closed and everybody is decided. */
    @PostMapping("/rankings")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<CampaignView> rank(
            Caller caller, @PathVariable UUID id, ExpectedVersion expected, @RequestBody RankingRequest request) {
        Campaign ranked = management.rank(Editor.of(caller, Role.HR_OFFICER), id, expected);
        return CampaignController.shown(ResponseEntity.ok(), ranked);
    }

    /** Approves the ranking; never by who made it. The public notice begins today. */
    @PostMapping("/approvals")
    @Requires(Role.REGISTRAR)
    ResponseEntity<CampaignView> approve(
            Caller caller,
            @PathVariable UUID id,
            ExpectedVersion expected,
            @RequestBody RankingApprovalRequest request) {
        Campaign approved = management.approve(Editor.of(caller, Role.REGISTRAR), id, expected);
        return CampaignController.shown(ResponseEntity.ok(), approved);
    }

    /** Sends the ranking back. */
    @PostMapping("/rejections")
    @Requires(Role.REGISTRAR)
    ResponseEntity<CampaignView> reject(
            Caller caller, @PathVariable UUID id, ExpectedVersion expected, @RequestBody RejectionRequest request) {
        Entry entry = Entry.form("reason", request.reason());
        Campaign rejected = management.reject(Editor.of(caller, Role.REGISTRAR), id, expected, entry);
        return CampaignController.shown(ResponseEntity.ok(), rejected);
    }

    /** The ranking of the present round, position by position. */
    @GetMapping("/ranking")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.EVALUATOR, Role.AUDITOR})
    Page<RankingView> ranking(
            Caller caller,
            PageRequest page,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID position) {
        InstitutionScope scope = CampaignController.seen(caller);
        Campaign campaign = campaigns
                .find(caller.association(), scope, id)
                .orElseThrow(() -> Refusal.notFound("recruitment.unknown", id));
        var rows = standings.list(campaign, scope, position, BY_RANK, page);
        return Page.of(rows, page, RankingController::cursor).map(row -> RankingView.of(campaign, row));
    }

    /** What the ranking would be now, before anybody makes it; nothing follows from it. */
    @GetMapping("/ranking-preview")
    @Requires({Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR})
    RankingPreviewView preview(Caller caller, PageRequest page, @PathVariable UUID id) {
        InstitutionScope scope = caller.scope(Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR);
        Ranking ranking = previews.of(caller.association(), scope, id);
        long after = page.after() == null ? 0 : page.after().number(0);
        List<Line> rows = ranking.lines().stream()
                .filter(line -> line.number() > after)
                .limit(page.fetchSize())
                .toList();
        Page<RankingView> shown =
                Page.of(rows, page, RankingController::cursor).map(row -> RankingView.of(ranking.campaign(), row));
        return new RankingPreviewView(ranking.undecided(), shown.items(), shown.next());
    }

    /** The same as a sheet, csv or xlsx, national ids masked; leaves an audit row. */
    @GetMapping(
            path = "/ranking-sheet",
            produces = {"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    @Requires({Role.HR_OFFICER, Role.AUDITOR})
    void sheet(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "csv") String format,
            HttpServletResponse response)
            throws IOException {
        FileFormat wanted = FileFormat.named(format);
        Editor editor = Editor.of(caller, Role.HR_OFFICER, Role.AUDITOR);
        Campaign campaign = management.export(editor, id);
        response.setContentType(wanted == FileFormat.CSV ? wanted.mediaType() + ";charset=UTF-8" : wanted.mediaType());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        ContentDisposition attached = ContentDisposition.attachment()
                .filename("ranking." + wanted.extension())
                .build();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attached.toString());
        try (Sheet sheet = wanted.open(response.getOutputStream(), "ranking")) {
            sheet.row(RankingView.COLUMNS);
            WholeList.<Line>forEach(
                    page -> standings.list(campaign, editor.scope(), null, BY_RANK, page),
                    RankingController::cursor,
                    rows -> rows.forEach(
                            row -> sheet.row(RankingView.of(campaign, row).cells())));
        }
    }

    private static Cursor cursor(Line line) {
        return SortOrder.cursor(line.number(), line.standing().application());
    }
}
