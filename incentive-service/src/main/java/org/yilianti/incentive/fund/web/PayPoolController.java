package org.yilianti.incentive.fund.web;

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
import org.yilianti.incentive.fund.FundManagement;
import org.yilianti.incentive.fund.PayKind;
import org.yilianti.incentive.fund.PayPool;
import org.yilianti.incentive.fund.PayPoolId;
import org.yilianti.incentive.fund.PayPools;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** Takes in and shows pools, to those who answer for the money of the whole association. */
@RestController
@RequestMapping("/v1/pay-pools")
class PayPoolController {

    private final FundManagement management;
    private final PayPools pools;

    PayPoolController(FundManagement management, PayPools pools) {
        this.management = management;
        this.pools = pools;
    }

    /** Proposes a pool; a run may spend it once somebody else has confirmed it. */
    @PostMapping
    @Requires(Role.PAYROLL_OFFICER)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PoolAnswer> propose(@Valid @RequestBody PoolRequest request, Caller caller) {
        PayPool pool = management.propose(
                caller,
                request.month(),
                PayKind.of(request.kind()),
                request.name(),
                request.source(),
                request.amount());
        return ResponseEntity.created(URI.create("/v1/pay-pools/" + pool.id().value()))
                .eTag(ExpectedVersion.etag(pool.version()))
                .body(PoolAnswer.of(pool));
    }

    @GetMapping
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    Page<PoolAnswer> list(PageRequest page, Caller caller) {
        requireWholeAssociation(caller);
        return Page.of(
                        pools.list(caller.association(), page),
                        page,
                        one -> Cursor.of(one.id().value()))
                .map(PoolAnswer::of);
    }

    @GetMapping("/{id}")
    @Requires({Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    ResponseEntity<PoolAnswer> read(@PathVariable UUID id, Caller caller) {
        requireWholeAssociation(caller);
        return answer(pools.get(caller.association(), new PayPoolId(id)));
    }

    /** Confirms that the money is there; never by who proposed it. */
    @PostMapping("/{id}/confirmations")
    @Requires(Role.PAYROLL_REVIEWER)
    ResponseEntity<PoolAnswer> confirm(@PathVariable UUID id, @Nullable ExpectedVersion expected, Caller caller) {
        return answer(management.confirm(caller, new PayPoolId(id), expected));
    }

    /** Rejects a proposed pool; never by who proposed it. */
    @PostMapping("/{id}/rejections")
    @Requires(Role.PAYROLL_REVIEWER)
    ResponseEntity<PoolAnswer> reject(
            @PathVariable UUID id,
            @Valid @RequestBody PoolRejection rejection,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        return answer(management.reject(caller, new PayPoolId(id), expected, rejection.reason()));
    }

    private static ResponseEntity<PoolAnswer> answer(PayPool pool) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(pool.version())).body(PoolAnswer.of(pool));
    }

    private static void requireWholeAssociation(Caller caller) {
        caller.require("*", Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR);
    }

    /** Why a pool is rejected. */
    record PoolRejection(@NotBlank @Size(max = 1000) String reason) {}

    /**
     * Money to take in.
     *
     * @param kind of performance pay, such as basic or reward; performance when it is left out
     * @param amountFen in Chinese yuan, whole fen; below ten thousand million yuan
     * @param currency CNY, which is meant too when it is left out
     */
    record PoolRequest(
            @NotNull YearMonth month,
            @Pattern(regexp = PayKind.CODE) @Nullable String kind,
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 200) String source,
            @Positive @Max(999_999_999_999L) long amountFen,
            @Nullable String currency) {

        /** Refuses (422) money that is not Chinese yuan. */
        Money amount() {
            if (currency != null && !currency.equals("CNY")) {
                throw Refusal.invalid("fund.currency-not-cny", currency).at("/currency");
            }
            return Money.ofFen(amountFen);
        }
    }

    /**
     * A pool as callers see it.
     *
     * @param status proposed, confirmed or rejected
     * @param createdBy who proposed it
     * @param decidedBy who confirmed or rejected it; null while it is proposed, and for pools from before that took a second person
     */
    record PoolAnswer(
            UUID id,
            long version,
            YearMonth month,
            String kind,
            String name,
            String source,
            long amountFen,
            String status,
            String createdBy,
            Instant createdAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason) {

        static PoolAnswer of(PayPool pool) {
            return new PoolAnswer(
                    pool.id().value(),
                    pool.version(),
                    pool.month(),
                    pool.kind().code(),
                    pool.name(),
                    pool.source(),
                    pool.amount().fen(),
                    pool.status().code(),
                    pool.createdBy(),
                    pool.createdAt(),
                    pool.decidedBy(),
                    pool.decidedAt(),
                    pool.reason());
        }
    }
}
