package org.yilianti.rotation.feed.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.rotation.feed.FeedManagement;
import org.yilianti.rotation.feed.RosterFeed;

/** Makes and revokes calendar addresses of the caller's own duties. */
@RestController
@RequestMapping("/v1/roster-feeds")
class FeedController {

    private final FeedManagement management;

    FeedController(FeedManagement management) {
        this.management = management;
    }

    /** Nothing needs to be said. */
    record FeedOrder() {}

    /** A feed; {@code path} is the secret address, told once when the feed is made and null ever after. */
    record FeedResource(
            UUID id,
            Instant madeAt,
            @Nullable Instant revokedAt,
            @Nullable String path) {

        static FeedResource of(RosterFeed feed, @Nullable String path) {
            return new FeedResource(feed.id(), feed.madeAt(), feed.revokedAt(), path);
        }
    }

    /** All of the caller's addresses; a person has a handful, so there is one page. */
    record FeedsOfCaller(List<FeedResource> items) {}

    @GetMapping
    @Requires(Role.STAFF)
    FeedsOfCaller list(Caller caller) {
        return new FeedsOfCaller(management.list(caller).stream()
                .map(feed -> FeedResource.of(feed, null))
                .toList());
    }

    @PostMapping
    @Requires(Role.STAFF)
    ResponseEntity<FeedResource> make(@RequestBody(required = false) @Nullable FeedOrder nothing, Caller caller) {
        FeedManagement.FreshFeed fresh = management.make(caller);
        return ResponseEntity.created(URI.create("/v1/roster-feeds"))
                .body(FeedResource.of(fresh.feed(), "/v1/roster-feeds/" + fresh.secret() + ".ics"));
    }

    @PostMapping("/{id}/revocations")
    @Requires(Role.STAFF)
    ResponseEntity<Void> revoke(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable FeedOrder nothing, Caller caller) {
        management.revoke(caller, id);
        return ResponseEntity.noContent().build();
    }
}
