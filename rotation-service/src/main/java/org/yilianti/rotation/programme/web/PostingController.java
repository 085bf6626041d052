package org.yilianti.rotation.programme.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.time.InEra;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.programme.PostingFilter;
import org.yilianti.rotation.programme.PostingManagement;
import org.yilianti.rotation.programme.PostingState;
import org.yilianti.rotation.programme.PostingStep;
import org.yilianti.rotation.programme.RotationPosting;
import org.yilianti.rotation.programme.RotationPostings;

/** Proposes postings, decides on them for both sides, follows them to their return. */
@RestController
@RequestMapping("/v1/rotation-postings")
class PostingController {

    private static final Role[] READERS = {
        Role.HR_OFFICER, Role.REGISTRAR, Role.SCHEDULER, Role.AUDITOR, Role.ASSOCIATION_ADMIN
    };

    private final RotationPostings postings;
    private final PostingManagement management;
    private final Sights sights;

    PostingController(RotationPostings postings, PostingManagement management, Sights sights) {
        this.postings = postings;
        this.management = management;
        this.sights = sights;
    }

    /** One person proposed by hand; {@code to} is exclusive. */
    record PostingOrder(
            @NotNull UUID programmeId,
            @NotNull UUID memberId,
            @NotNull UUID hostInstitutionId,
            @NotNull @InEra LocalDate from,
            @NotNull @InEra LocalDate to) {

        private DatePeriod days() {
            if (!to.isAfter(from)) {
                throw Refusal.invalid("posting.period-inverted", from, to).at("/to");
            }
            return new DatePeriod(from, to);
        }
    }

    /** Nothing needs to be said. */
    record PostingApproval() {}

    /** Why not. */
    record PostingRefusal(@NotBlank @Size(max = 1000) String reason) {}

    /** The day from which the person is at home again. */
    record PostingReturn(
            @NotNull @InEra LocalDate day,
            @Nullable @Size(max = 1000) String reason) {}

    /** What happened, in order. */
    record PostingTimeline(List<PostingStep> items) {}

    /** @param institution home or host; {@code on} a day of the posting */
    @GetMapping
    @Requires({Role.HR_OFFICER, Role.REGISTRAR, Role.SCHEDULER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    Page<PostingResource> list(
            @RequestParam @Nullable UUID programme,
            @RequestParam @Nullable UUID member,
            @RequestParam @Nullable UUID institution,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable LocalDate on,
            PageRequest page,
            Caller caller) {
        var filter = new PostingFilter(programme, member, institution, state(state), on);
        return Page.of(postings.list(sights.of(caller, READERS), filter, page), page, row -> Cursor.of(row.id()))
                .map(PostingResource::of);
    }

    @GetMapping("/{id}")
    @Requires({Role.HR_OFFICER, Role.REGISTRAR, Role.SCHEDULER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    ResponseEntity<PostingResource> get(@PathVariable UUID id, Caller caller) {
        return answer(find(id, caller));
    }

    @GetMapping("/{id}/timeline")
    @Requires({Role.HR_OFFICER, Role.REGISTRAR, Role.SCHEDULER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    PostingTimeline timeline(@PathVariable UUID id, Caller caller) {
        return new PostingTimeline(postings.timeline(find(id, caller).id()));
    }

    @PostMapping
    @Requires({Role.HR_OFFICER, Role.REGISTRAR})
    ResponseEntity<PostingResource> propose(@Valid @RequestBody PostingOrder order, Caller caller) {
        RotationPosting made = management.propose(
                caller, order.programmeId(), order.memberId(), order.hostInstitutionId(), order.days());
        return ResponseEntity.created(URI.create("/v1/rotation-postings/" + made.id()))
                .eTag(ExpectedVersion.etag(made.version()))
                .body(PostingResource.of(made));
    }

    /** By the home institution; with the host's acceptance the posting binds. */
    @PostMapping("/{id}/consents")
    @Requires({Role.HR_OFFICER, Role.REGISTRAR})
    ResponseEntity<PostingResource> consent(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable PostingApproval nothing,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(management.consent(caller, id, expected));
    }

    /** By the host; with the home's consent the posting binds. */
    @PostMapping("/{id}/acceptances")
    @Requires({Role.HR_OFFICER, Role.REGISTRAR})
    ResponseEntity<PostingResource> accept(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable PostingApproval nothing,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(management.accept(caller, id, expected));
    }

    @PostMapping("/{id}/refusals")
    @Requires({Role.HR_OFFICER, Role.REGISTRAR})
    ResponseEntity<PostingResource> refuse(
            @PathVariable UUID id,
            @Valid @RequestBody PostingRefusal refusal,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(management.refuse(caller, id, expected, refusal.reason()));
    }

    @PostMapping("/{id}/withdrawals")
    @Requires({Role.HR_OFFICER, Role.REGISTRAR})
    ResponseEntity<PostingResource> withdraw(
            @PathVariable UUID id,
            @Valid @RequestBody PostingRefusal withdrawal,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(management.withdraw(caller, id, expected, withdrawal.reason()));
    }

    /** The host says that the person has come. */
    @PostMapping("/{id}/starts")
    @Requires({Role.HR_OFFICER, Role.REGISTRAR})
    ResponseEntity<PostingResource> start(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable PostingApproval nothing,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(management.start(caller, id, expected));
    }

    /** The home institution says that the person is back, at the latest as agreed. */
    @PostMapping("/{id}/returns")
    @Requires({Role.HR_OFFICER, Role.REGISTRAR})
    ResponseEntity<PostingResource> returnOn(
            @PathVariable UUID id,
            @Valid @RequestBody PostingReturn back,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(management.returnOn(caller, id, expected, back.day(), back.reason()));
    }

    private RotationPosting find(UUID id, Caller caller) {
        return postings.find(sights.of(caller, READERS), id).orElseThrow(() -> Refusal.notFound("posting.unknown", id));
    }

    private static ResponseEntity<PostingResource> answer(RotationPosting posting) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(posting.version())).body(PostingResource.of(posting));
    }

    static @Nullable PostingState state(@Nullable String code) {
        try {
            return code == null ? null : PostingState.ofCode(code);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.malformed(
                    "request.status-unknown",
                    code,
                    Arrays.stream(PostingState.values()).map(PostingState::code).toList());
        }
    }
}
