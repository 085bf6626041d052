package org.yilianti.staff.career.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.career.CareerManagement;
import org.yilianti.staff.career.Echelon;
import org.yilianti.staff.career.Echelon.Stone;
import org.yilianti.staff.career.PromotionCase;
import org.yilianti.staff.career.PromotionRepository;
import org.yilianti.staff.career.web.CareerViews.EligibilityView;
import org.yilianti.staff.career.web.CareerViews.PromotionView;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.member.Member;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;

/** Who may climb the ladder of titles, cases on the way, and the echelon. */
@RestController
class CareerController {

    private final CareerManagement management;
    private final PromotionRepository promotions;
    private final MemberDirectory members;
    private final Echelon echelon;
    private final AssociationCalendar calendar;
    private final ProblemFactory texts;

    CareerController(
            CareerManagement management,
            PromotionRepository promotions,
            MemberDirectory members,
            Echelon echelon,
            AssociationCalendar calendar,
            ProblemFactory texts) {
        this.management = management;
        this.promotions = promotions;
        this.members = members;
        this.echelon = echelon;
        this.calendar = calendar;
        this.texts = texts;
    }

    /** Whose case is opened. */
    record PromotionRequest(@Nullable UUID memberId) {}

    /** An approval as it is sent: the first day with the title, today at the earliest. */
    record ApprovalRequest(
            @Nullable @Schema(format = "date") String effectiveOn,
            @Nullable String reason) {}

    /** Why a case is refused. */
    record RefusalRequest(@Nullable String reason) {}

    /** Each condition of the next title, met or not, as it stands today. */
    @GetMapping("/v1/members/{id}/promotion-eligibility")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR, Role.STAFF})
    EligibilityView eligibility(Caller caller, @PathVariable UUID id, Locale locale) {
        MemberId member = members.find(caller.association(), sight(caller), new MemberId(id))
                .map(Member::id)
                .orElseThrow(() -> Refusal.notFound("member.unknown", id));
        return EligibilityView.of(id, management.eligibility(caller.association(), member), texts, locale);
    }

    @GetMapping("/v1/promotion-cases")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR, Role.STAFF})
    Page<PromotionView> list(
            Caller caller,
            PageRequest page,
            Locale locale,
            @RequestParam(required = false) @Nullable UUID member,
            @RequestParam(required = false) @Nullable String state) {
        var rows = promotions.list(caller.association(), sight(caller), member, state, page);
        return Page.of(rows, page, row -> Cursor.of(row.id())).map(row -> PromotionView.of(row, texts, locale));
    }

    @GetMapping("/v1/promotion-cases/{id}")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR, Role.STAFF})
    ResponseEntity<PromotionView> get(Caller caller, @PathVariable UUID id, Locale locale) {
        PromotionCase found = promotions
                .find(caller.association(), sight(caller), id)
                .orElseThrow(() -> Refusal.notFound("promotion.unknown", id));
        return shown(ResponseEntity.ok(), found, locale);
    }

    @PostMapping("/v1/promotion-cases")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<PromotionView> open(Caller caller, Locale locale, @RequestBody PromotionRequest request) {
        UUID member = request.memberId();
        if (member == null) {
            throw Refusal.invalid("required").at("/memberId");
        }
        PromotionCase opened = management.open(Editor.of(caller, Role.HR_OFFICER), new MemberId(member));
        return shown(ResponseEntity.created(URI.create("/v1/promotion-cases/" + opened.id())), opened, locale);
    }

    /** Grants the title from a day on; never by who opened the case. */
    @PostMapping("/v1/promotion-cases/{id}/approvals")
    @Requires(Role.REGISTRAR)
    ResponseEntity<PromotionView> approve(
            Caller caller, @PathVariable UUID id, Locale locale, @RequestBody ApprovalRequest request) {
        Entry entry = Entry.form("effectiveOn", request.effectiveOn(), "reason", request.reason());
        return shown(ResponseEntity.ok(), management.approve(Editor.of(caller, Role.REGISTRAR), id, entry), locale);
    }

    @PostMapping("/v1/promotion-cases/{id}/refusals")
    @Requires(Role.REGISTRAR)
    ResponseEntity<PromotionView> refuse(
            Caller caller, @PathVariable UUID id, Locale locale, @RequestBody RefusalRequest request) {
        Entry entry = Entry.form("reason", request.reason());
        return shown(ResponseEntity.ok(), management.refuse(Editor.of(caller, Role.REGISTRAR), id, entry), locale);
    }

    /** People with a main appointment by specialty, title and age, as of a day. */
    @GetMapping("/v1/echelons")
    @Requires({Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.EVALUATOR, Role.AUDITOR})
    Page<Stone> echelons(
            Caller caller,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable String specialty,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf) {
        var scope = caller.scope(Role.ASSOCIATION_ADMIN, Role.HR_OFFICER, Role.EVALUATOR, Role.AUDITOR);
        LocalDate day = asOf == null ? calendar.today() : asOf;
        return new Page<>(echelon.of(caller.association(), scope, institution, specialty, day), null);
    }

    private Sight sight(Caller caller) {
        return Sight.of(caller, calendar.today());
    }

    private ResponseEntity<PromotionView> shown(
            ResponseEntity.BodyBuilder answer, PromotionCase promotion, Locale locale) {
        return answer.eTag(ExpectedVersion.etag(promotion.version())).body(PromotionView.of(promotion, texts, locale));
    }
}
