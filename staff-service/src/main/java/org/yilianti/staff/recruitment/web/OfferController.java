package org.yilianti.staff.recruitment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.recruitment.Application;
import org.yilianti.staff.recruitment.ClosingManagement;
import org.yilianti.staff.recruitment.HiringManagement;
import org.yilianti.staff.recruitment.OfferManagement;

/** Offers, answers, appointments, and the end of campaigns. */
@RestController
class OfferController {

    private final OfferManagement offers;
    private final HiringManagement hiring;
    private final ClosingManagement closing;
    private final ProblemFactory texts;

    OfferController(OfferManagement offers, HiringManagement hiring, ClosingManagement closing, ProblemFactory texts) {
        this.offers = offers;
        this.hiring = hiring;
        this.closing = closing;
        this.texts = texts;
    }

    /** Nothing needs to be said to make offers. */
    record OfferRequest() {}

    /** Nothing needs to be said to accept. */
    record AcceptanceRequest() {}

    /** Nothing needs to be said to close. */
    record ClosingRequest() {}

    /** Why a candidate does not take a place, or a campaign is called off. */
    record ReasonRequest(@Nullable String reason) {}

    /**
     * What the appointment adds to the campaign.
     *
     * @param staffNo business number of a new member; not read for who is one
     * @param fte full time unless it is given
     * @param validFrom the day that was announced unless it is given
     */
    record HiringRequest(
            @Nullable String staffNo,
            @Nullable String department,
            @Nullable BigDecimal fte,
            @Nullable @Schema(format = "date") String validFrom,
            @Nullable @Schema(format = "date") String validTo) {

        Entry entry() {
            return Entry.form(
                    "staffNo",
                    staffNo,
                    "department",
                    department,
                    "fte",
                    fte,
                    "validFrom",
                    validFrom,
                    "validTo",
                    validTo);
        }
    }

    /** Offers every place of the ranking, once the public notice is over. */
    @PostMapping("/v1/recruitment-campaigns/{id}/offers")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<CampaignView> offer(
            Caller caller, @PathVariable UUID id, ExpectedVersion expected, @RequestBody OfferRequest request) {
        return CampaignController.shown(
                ResponseEntity.ok(), offers.offer(Editor.of(caller, Role.HR_OFFICER), id, expected));
    }

    /** Closes a campaign whose offers are all answered. */
    @PostMapping("/v1/recruitment-campaigns/{id}/closings")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<CampaignView> close(
            Caller caller, @PathVariable UUID id, ExpectedVersion expected, @RequestBody ClosingRequest request) {
        return CampaignController.shown(
                ResponseEntity.ok(), closing.close(Editor.of(caller, Role.HR_OFFICER), id, expected));
    }

    /** Calls a campaign off before anybody has an offer. */
    @PostMapping("/v1/recruitment-campaigns/{id}/cancellations")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<CampaignView> cancel(
            Caller caller, @PathVariable UUID id, ExpectedVersion expected, @RequestBody ReasonRequest request) {
        Entry entry = Entry.form("reason", request.reason());
        return CampaignController.shown(
                ResponseEntity.ok(), closing.cancel(Editor.of(caller, Role.HR_OFFICER), id, expected, entry));
    }

    @PostMapping("/v1/recruitment-applications/{id}/acceptances")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<ApplicationView> accept(
            Caller caller,
            @PathVariable UUID id,
            ExpectedVersion expected,
            Locale locale,
            @RequestBody AcceptanceRequest request) {
        return shown(offers.accept(Editor.of(caller, Role.HR_OFFICER), id, expected), locale);
    }

    /** The place goes to the next in rank. */
    @PostMapping("/v1/recruitment-applications/{id}/declines")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<ApplicationView> decline(
            Caller caller,
            @PathVariable UUID id,
            ExpectedVersion expected,
            Locale locale,
            @RequestBody ReasonRequest request) {
        Entry entry = Entry.form("reason", request.reason());
        return shown(offers.decline(Editor.of(caller, Role.HR_OFFICER), id, expected, entry), locale);
    }

    /** Appoints whoever has accepted into the authorised post, as a new member or the one they are. */
    @PostMapping("/v1/recruitment-applications/{id}/appointments")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<ApplicationView> appoint(
            Caller caller,
            @PathVariable UUID id,
            ExpectedVersion expected,
            Locale locale,
            @RequestBody HiringRequest request) {
        return shown(hiring.appoint(Editor.of(caller, Role.HR_OFFICER), id, expected, request.entry()), locale);
    }

    private ResponseEntity<ApplicationView> shown(Application application, Locale locale) {
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(application.version()))
                .body(ApplicationView.of(application, texts, locale));
    }
}
