package org.yilianti.incentive.appropriation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.incentive.appropriation.PoolFunding;
import org.yilianti.incentive.appropriation.PoolFundingManagement;
import org.yilianti.incentive.appropriation.PoolFundings;
import org.yilianti.incentive.fund.PayKind;
import org.yilianti.incentive.fund.PayPoolId;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** Pay pools that are fed by appropriations. */
@RestController
@RequestMapping("/v1/pool-fundings")
class PoolFundingController {

    private final PoolFundingManagement management;
    private final PoolFundings fundings;

    PoolFundingController(PoolFundingManagement management, PoolFundings fundings) {
        this.management = management;
        this.fundings = fundings;
    }

    @PostMapping
    @Requires(Role.PAYROLL_OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<FundingAnswer> request(@Valid @RequestBody FundingOrder order, Caller caller) {
        PoolFunding one =
                management.request(caller, order.month(), PayKind.of(order.kind()), order.name(), order.toParts());
        return ResponseEntity.created(URI.create("/v1/pool-fundings/" + one.id()))
                .eTag(ExpectedVersion.etag(one.version()))
                .body(FundingAnswer.of(one));
    }

    @GetMapping
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    Page<FundingAnswer> list(PageRequest page, Caller caller) {
        requireWholeAssociation(caller);
        return Page.of(fundings.list(caller.association(), page), page, one -> Cursor.of(one.id()))
                .map(FundingAnswer::of);
    }

    @GetMapping("/{id}")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    ResponseEntity<FundingAnswer> read(@PathVariable UUID id, Caller caller) {
        requireWholeAssociation(caller);
        return answer(fundings.get(caller.association(), id));
    }

    @PostMapping("/{id}/approvals")
    @Requires(Role.PAYROLL_REVIEWER)
    ResponseEntity<FundingAnswer> approve(@PathVariable UUID id, @Nullable ExpectedVersion expected, Caller caller) {
        return answer(management.approve(caller, id, expected));
    }

    @PostMapping("/{id}/rejections")
    @Requires(Role.PAYROLL_REVIEWER)
    ResponseEntity<FundingAnswer> reject(
            @PathVariable UUID id,
            @Valid @RequestBody AppropriationRequests.Rejection rejection,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(management.reject(caller, id, expected, rejection.reason()));
    }

    private static ResponseEntity<FundingAnswer> answer(PoolFunding one) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(one.version())).body(FundingAnswer.of(one));
    }

    private static void requireWholeAssociation(Caller caller) {
        caller.require("*", Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR);
    }

    /** What an institution gives of what it was paid of an appropriation. */
    record FundingPart(
            @NotNull UUID appropriationId,
            @NotBlank @Size(max = 50) String institutionCode,
            @NotBlank @Size(max = 50) String purpose,
            @Positive @Max(999_999_999_999L) long amountFen) {}

    /** A pool to ask for; of kind performance when none is said. */
    record FundingOrder(
            @NotNull YearMonth month,
            @Pattern(regexp = PayKind.CODE) @Nullable String kind,
            @NotBlank @Size(max = 200) String name,

            @NotNull @Size(min = 1, max = 200) List<@Valid @NotNull FundingPart> parts) {

        List<PoolFunding.Part> toParts() {
            return parts.stream()
                    .map(part -> new PoolFunding.Part(
                            part.appropriationId(),
                            part.institutionCode(),
                            part.purpose(),
                            Money.ofFen(part.amountFen())))
                    .toList();
        }
    }

    /** A funding as callers see it; {@code poolId} once it is approved. */
    record FundingAnswer(
            UUID id,
            long version,
            YearMonth month,
            String kind,
            String name,
            List<FundingPart> parts,
            long amountFen,
            String status,
            String requestedBy,
            Instant requestedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason,
            @Nullable UUID poolId) {

        static FundingAnswer of(PoolFunding one) {
            PayPoolId pool = one.pool();
            return new FundingAnswer(
                    one.id(),
                    one.version(),
                    one.month(),
                    one.kind().code(),
                    one.name(),
                    one.parts().stream()
                            .map(part -> new FundingPart(
                                    part.appropriation(),
                                    part.institutionCode(),
                                    part.purpose(),
                                    part.amount().fen()))
                            .toList(),
                    one.amount().fen(),
                    one.status().code(),
                    one.requestedBy(),
                    one.requestedAt(),
                    one.decidedBy(),
                    one.decidedAt(),
                    one.reason(),
                    pool == null ? null : pool.value());
        }
    }
}
