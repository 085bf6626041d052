package org.yilianti.staff.training.web;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
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
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.training.Budget;
import org.yilianti.staff.training.BudgetManagement;
import org.yilianti.staff.training.BudgetRepository;

/** What institutions may spend on training, and have committed. */
@RestController
@RequestMapping("/v1/training-budgets")
class BudgetController {

    private static final Map<String, String> SORTABLE = Map.of("year", "b.budget_year");

    private final BudgetManagement management;
    private final BudgetRepository budgets;

    BudgetController(BudgetManagement management, BudgetRepository budgets) {
        this.management = management;
        this.budgets = budgets;
    }

    /** A budget as it is sent, in whole fen; institution and year are read once. */
    record BudgetRequest(
            @Nullable String institutionCode,
            @Nullable Integer year,
            @Nullable BigDecimal amountFen) {

        Entry entry() {
            return Entry.form("institutionCode", institutionCode, "year", year, "amountFen", amountFen);
        }
    }

    /** What may be spent beyond it. */
    record BudgetPermitRequest(
            @Nullable BigDecimal extraFen, @Nullable String reason) {}

    /** A permit as it is shown. */
    record BudgetPermitView(UUID id, long extraFen, String reason, Instant grantedAt, String grantedBy) {}

    /** A budget as it is shown; available is what is left, permits included. */
    record BudgetView(
            UUID id,
            long version,
            String institutionCode,
            int year,
            long amountFen,
            List<BudgetPermitView> permits,
            long committedFen,
            long availableFen,
            Instant recordedAt,
            String recordedBy) {

        static BudgetView of(Budget budget) {
            return new BudgetView(
                    budget.id(),
                    budget.version(),
                    budget.institution().code(),
                    budget.year(),
                    budget.amount().fen(),
                    budget.permits().stream()
                            .map(permit -> new BudgetPermitView(
                                    permit.id(),
                                    permit.extra().fen(),
                                    permit.reason(),
                                    permit.grantedAt(),
                                    permit.grantedBy()))
                            .toList(),
                    budget.committed().fen(),
                    budget.available().fen(),
                    budget.recordedAt(),
                    budget.recordedBy());
        }
    }

    @GetMapping
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR})
    Page<BudgetView> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable String sort) {
        SortOrder order = SortOrder.of(sort, SORTABLE, "-year", "b.id");
        var rows = budgets.list(caller.association(), scope(caller), year, institution, order, page);
        return Page.of(rows, page, row -> SortOrder.cursor(row.year(), row.id()))
                .map(BudgetView::of);
    }

    @GetMapping("/{id}")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR})
    ResponseEntity<BudgetView> get(Caller caller, @PathVariable UUID id) {
        return shown(
                ResponseEntity.ok(),
                budgets.find(caller.association(), scope(caller), id)
                        .orElseThrow(() -> Refusal.notFound("budget.unknown", id)));
    }

    @PostMapping
    @Requires(Role.ASSOCIATION_ADMIN)
    ResponseEntity<BudgetView> record(Caller caller, @RequestBody BudgetRequest request) {
        Budget recorded = management.record(Editor.of(caller, Role.ASSOCIATION_ADMIN), request.entry());
        return shown(ResponseEntity.created(URI.create("/v1/training-budgets/" + recorded.id())), recorded);
    }

    @PutMapping("/{id}")
    @Requires(Role.ASSOCIATION_ADMIN)
    ResponseEntity<BudgetView> revise(
            Caller caller, @PathVariable UUID id, ExpectedVersion expected, @RequestBody BudgetRequest request) {
        return shown(
                ResponseEntity.ok(),
                management.revise(Editor.of(caller, Role.ASSOCIATION_ADMIN), id, expected, request.entry()));
    }

    /** Permits more than the budget, with a reason; never by who set the amount. */
    @PostMapping("/{id}/permits")
    @Requires(Role.REGISTRAR)
    ResponseEntity<BudgetView> permit(Caller caller, @PathVariable UUID id, @RequestBody BudgetPermitRequest request) {
        Entry entry = Entry.form("extraFen", request.extraFen(), "reason", request.reason());
        return shown(ResponseEntity.ok(), management.permit(Editor.of(caller, Role.REGISTRAR), id, entry));
    }

    private static InstitutionScope scope(Caller caller) {
        return caller.scope(Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR);
    }

    private static ResponseEntity<BudgetView> shown(ResponseEntity.BodyBuilder answer, Budget budget) {
        return answer.eTag(ExpectedVersion.etag(budget.version())).body(BudgetView.of(budget));
    }
}
