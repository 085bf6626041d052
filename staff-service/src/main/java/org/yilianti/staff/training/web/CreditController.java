package org.yilianti.staff.training.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.training.Credit;
import org.yilianti.staff.training.Credit.Annulment;
import org.yilianti.staff.training.CreditManagement;
import org.yilianti.staff.training.CreditRepository;

/** Credits, earned here or elsewhere. */
@RestController
class CreditController {

    private static final Map<String, String> SORTABLE = Map.of("earnedOn", "c.earned_on");
    private static final int EARLIEST = 2000;

    private final CreditManagement management;
    private final CreditRepository credits;
    private final AssociationCalendar calendar;

    CreditController(CreditManagement management, CreditRepository credits, AssociationCalendar calendar) {
        this.management = management;
        this.credits = credits;
        this.calendar = calendar;
    }

    /** Credits earned elsewhere, as they are sent; evidence is the number of the certificate. */
    record CreditRequest(
            @Nullable UUID memberId,

            @Nullable @Schema(allowableValues = {"class-i", "class-ii"})
            String creditClass,

            @Nullable BigDecimal credits,
            @Nullable @Schema(format = "date") String earnedOn,
            @Nullable String source,
            @Nullable String evidence) {

        Entry entry() {
            return Entry.form(
                    "creditClass",
                    creditClass,
                    "credits",
                    credits,
                    "earnedOn",
                    earnedOn,
                    "source",
                    source,
                    "evidence",
                    evidence);
        }
    }

    /** Why credits are annulled. */
    record CreditAnnulmentRequest(@Nullable String reason) {}

    /** Credits as they are shown. */
    record CreditView(
            UUID id,
            long version,
            UUID memberId,
            String institutionCode,
            String creditClass,
            BigDecimal credits,
            LocalDate earnedOn,
            String source,
            @Nullable String evidence,
            @Nullable UUID enrolmentId,
            Instant recordedAt,
            String recordedBy,
            @Nullable String annulledBy,
            @Nullable String annulmentReason) {

        static CreditView of(Credit credit) {
            Optional<Annulment> annulled = Optional.ofNullable(credit.annulled());
            return new CreditView(
                    credit.id(),
                    credit.version(),
                    credit.member().value(),
                    credit.institution().code(),
                    credit.details().creditClass().code(),
                    credit.details().credits(),
                    credit.details().earnedOn(),
                    credit.details().source(),
                    credit.details().evidence(),
                    credit.enrolment(),
                    credit.recordedAt(),
                    credit.recordedBy(),
                    annulled.map(Annulment::by).orElse(null),
                    annulled.map(Annulment::reason).orElse(null));
        }
    }

    @GetMapping("/v1/training-credits")
    @Requires({
        Role.ASSOCIATION_ADMIN,
        Role.HR_OFFICER,
        Role.REGISTRAR,
        Role.EVALUATOR,
        Role.AUDITOR,
        Role.STAFF,
        Role.INTEGRATION
    })
    Page<CreditView> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable UUID member,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false, defaultValue = "false") boolean annulled,
            @RequestParam(required = false) @Nullable String sort) {
        if (year != null && (year < EARLIEST || year > calendar.today().getYear())) {
            throw Refusal.malformed("training.year", EARLIEST, calendar.today().getYear());
        }
        SortOrder order = SortOrder.of(sort, SORTABLE, "earnedOn", "c.id");
        var filter = new CreditRepository.Filter(member, year, annulled);
        var rows = credits.list(caller.association(), sight(caller), filter, order, page);
        return Page.of(rows, page, row -> SortOrder.cursor(row.details().earnedOn(), row.id()))
                .map(CreditView::of);
    }

    /** Records what a certificate of a course held elsewhere proves. */
    @PostMapping("/v1/training-credits")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<CreditView> record(Caller caller, @RequestBody CreditRequest request) {
        UUID member = request.memberId();
        if (member == null) {
            throw Refusal.invalid("required").at("/memberId");
        }
        Credit recorded = management.record(Editor.of(caller, Role.HR_OFFICER), new MemberId(member), request.entry());
        return ResponseEntity.created(URI.create("/v1/training-credits?member=" + member))
                .eTag(ExpectedVersion.etag(recorded.version()))
                .body(CreditView.of(recorded));
    }

    @PostMapping("/v1/training-credits/{id}/annulments")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<CreditView> annul(
            Caller caller, @PathVariable UUID id, @RequestBody CreditAnnulmentRequest request) {
        Entry entry = Entry.form("reason", request.reason());
        Credit annulled = management.annul(Editor.of(caller, Role.HR_OFFICER), id, entry);
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(annulled.version()))
                .body(CreditView.of(annulled));
    }

    private Sight sight(Caller caller) {
        return Sight.of(caller, calendar.today());
    }
}
