package org.yilianti.rotation.wish.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
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
import org.yilianti.platform.time.InEra;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.wish.RosterWish;
import org.yilianti.rotation.wish.RosterWishes;
import org.yilianti.rotation.wish.WishManagement;
import org.yilianti.rotation.wish.WishOrigin;

/** Takes and shows wishes. */
@RestController
@RequestMapping("/v1/roster-wishes")
class WishController {

    private final RosterWishes wishes;
    private final WishManagement management;
    private final Sights sights;

    WishController(RosterWishes wishes, WishManagement management, Sights sights) {
        this.wishes = wishes;
        this.management = management;
        this.sights = sights;
    }

    /** A wish: {@code wanted} with a shift, or not wanted with a shift or (a free day) without. */
    record WishOrder(
            @NotNull UUID memberId,
            @NotNull @InEra LocalDate date,
            @NotNull Boolean wanted,
            @Nullable UUID institutionId,
            @Nullable @Size(min = 1, max = 20) String shift,
            @NotNull @Min(1) @Max(5) Integer weight) {}

    /** Nothing needs to be said to withdraw. */
    record WishWithdrawal() {}

    /** A wish as callers see it. */
    record WishResource(
            UUID id,
            long version,
            UUID memberId,
            LocalDate date,
            boolean wanted,
            @Nullable UUID institutionId,
            @Nullable String shift,
            int weight,
            WishOrigin origin) {

        static WishResource of(RosterWish wish) {
            return new WishResource(
                    wish.id(),
                    wish.version(),
                    wish.memberId(),
                    wish.date(),
                    wish.wanted(),
                    wish.institutionId(),
                    wish.shift(),
                    wish.weight(),
                    wish.origin());
        }
    }

    /** {@code to} is exclusive. */
    @GetMapping
    @Requires({Role.SCHEDULER, Role.STAFF})
    Page<WishResource> list(
            @RequestParam @Nullable UUID member,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            PageRequest page,
            Caller caller) {
        return Page.of(
                        wishes.list(sights.of(caller, Role.SCHEDULER), member, from, to, page),
                        page,
                        row -> Cursor.of(row.date(), row.id()))
                .map(WishResource::of);
    }

    @PostMapping
    @Requires({Role.SCHEDULER, Role.STAFF})
    ResponseEntity<WishResource> submit(@Valid @RequestBody WishOrder order, Caller caller) {
        RosterWish wish = management.submit(
                caller,
                order.memberId(),
                new WishManagement.Content(
                        order.date(), order.wanted(), order.institutionId(), order.shift(), order.weight()));
        return ResponseEntity.created(URI.create("/v1/roster-wishes?member=" + wish.memberId()))
                .eTag(ExpectedVersion.etag(wish.version()))
                .body(WishResource.of(wish));
    }

    @PostMapping("/{id}/withdrawals")
    @Requires({Role.SCHEDULER, Role.STAFF})
    ResponseEntity<Void> withdraw(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable WishWithdrawal nothing,
            @Nullable ExpectedVersion expected,
            Caller caller) {
        management.withdraw(caller, id, expected);
        return ResponseEntity.noContent().build();
    }
}
