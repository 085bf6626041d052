package org.yilianti.platform.inbox;

import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.web.Cursor;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;

/** Parked events over HTTP: what waits, and trying it again. */
@RestController
@RequestMapping("/v1/parked-events/${platform.service}")
class ParkedEventController {

    private final ParkedEvents parked;
    private final ParkedEventReplay replay;

    ParkedEventController(ParkedEvents parked, ParkedEventReplay replay) {
        this.parked = parked;
        this.replay = replay;
    }

    @GetMapping
    @Requires({Role.ASSOCIATION_ADMIN, Role.AUDITOR})
    Page<ParkedEvent> list(Caller caller, PageRequest page) {
        requireWholeAssociation(caller);
        return Page.of(parked.list(caller.association(), page), page, event -> Cursor.of(event.id()));
    }

    @PostMapping("/{id}/replays")
    @Requires(Role.ASSOCIATION_ADMIN)
    Replayed replay(@PathVariable UUID id, Caller caller) {
        requireWholeAssociation(caller);
        return new Replayed(replay.replay(caller.association(), id));
    }

    /** What is parked cannot be told apart by institution. */
    private static void requireWholeAssociation(Caller caller) {
        caller.require("*", Role.ASSOCIATION_ADMIN, Role.AUDITOR);
    }

    /** How many events a replay applied. */
    record Replayed(int applied) {}
}
