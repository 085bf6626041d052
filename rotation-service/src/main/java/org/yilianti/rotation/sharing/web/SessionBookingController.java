package org.yilianti.rotation.sharing.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.sharing.BookingStatus;
import org.yilianti.rotation.sharing.SessionBooking;
import org.yilianti.rotation.sharing.SharedSession;
import org.yilianti.rotation.sharing.SharedSessions;
import org.yilianti.rotation.sharing.SharingManagement;

/** Books places in sessions of others. */
@RestController
@RequestMapping("/v1/shared-sessions/{id}/bookings")
class SessionBookingController {

    private static final Role[] READERS = {
        Role.HR_OFFICER, Role.SCHEDULER, Role.REGISTRAR, Role.AUDITOR, Role.ASSOCIATION_ADMIN
    };

    private final SharedSessions sessions;
    private final SharingManagement management;
    private final Institutions institutions;

    SessionBookingController(SharedSessions sessions, SharingManagement management, Institutions institutions) {
        this.sessions = sessions;
        this.management = management;
        this.institutions = institutions;
    }

    /** How many places, and for which institution. */
    record BookingRequest(
            @NotNull UUID institutionId,
            @NotNull @Min(1) @Max(500) Integer places,
            @Nullable @Size(max = 1000) String note) {}

    /** Nothing needs to be said along with it. */
    record BookingConfirmation() {}

    /** Why the places are given back. */
    record BookingCancellation(@NotBlank @Size(max = 1000) String reason) {}

    /** Places that an institution has booked. */
    record BookingResource(
            UUID id,
            UUID institutionId,
            int places,
            BookingStatus status,
            @Nullable String note,
            String bookedBy,
            Instant bookedAt,
            @Nullable String decidedBy,
            @Nullable String reason) {

        private static BookingResource of(SessionBooking booking) {
            return new BookingResource(
                    booking.id(),
                    booking.institutionId(),
                    booking.places(),
                    booking.status(),
                    booking.note(),
                    booking.bookedBy(),
                    booking.bookedAt(),
                    booking.decidedBy(),
                    booking.reason());
        }
    }

    /** The bookings that the caller may see: all for the offerer, their own for others. */
    record BookingList(List<BookingResource> items) {}

    @GetMapping
    @Requires({Role.HR_OFFICER, Role.SCHEDULER, Role.REGISTRAR, Role.AUDITOR, Role.ASSOCIATION_ADMIN})
    ResponseEntity<BookingList> list(@PathVariable UUID id, Caller caller) {
        SharedSession session = sessions.find(caller.association(), id)
                .orElseThrow(() -> Refusal.notFound("shared-session.unknown", id));
        return answer(
                session,
                new BookingList(
                        visible(session, caller).map(BookingResource::of).toList()));
    }

    @PostMapping
    @Requires({Role.HR_OFFICER, Role.SCHEDULER})
    ResponseEntity<BookingResource> book(
            @PathVariable UUID id,
            @Nullable ExpectedVersion expected,
            @Valid @RequestBody BookingRequest request,
            Caller caller) {
        SharedSession booked =
                management.book(caller, id, expected, request.institutionId(), request.places(), request.note());
        return ResponseEntity.status(HttpStatus.CREATED)
                .location(URI.create("/v1/shared-sessions/" + id + "/bookings"))
                .eTag(ExpectedVersion.etag(booked.version()))
                .body(BookingResource.of(booked.bookings().getLast()));
    }

    @PostMapping("/{bookingId}/confirmations")
    @Requires({Role.HR_OFFICER, Role.SCHEDULER})
    ResponseEntity<BookingResource> confirm(
            @PathVariable UUID id,
            @PathVariable UUID bookingId,
            @Nullable ExpectedVersion expected,
            @Valid @RequestBody BookingConfirmation confirmation,
            Caller caller) {
        return one(management.confirm(caller, id, bookingId, expected), bookingId);
    }

    @PostMapping("/{bookingId}/cancellations")
    @Requires({Role.HR_OFFICER, Role.SCHEDULER})
    ResponseEntity<BookingResource> cancel(
            @PathVariable UUID id,
            @PathVariable UUID bookingId,
            @Nullable ExpectedVersion expected,
            @Valid @RequestBody BookingCancellation cancellation,
            Caller caller) {
        return one(management.cancel(caller, id, bookingId, expected, cancellation.reason()), bookingId);
    }

    private Stream<SessionBooking> visible(SharedSession session, Caller caller) {
        InstitutionScope scope = caller.scope(READERS);
        Map<UUID, Institution> known = institutions.byId(
                caller.association(),
                Stream.concat(
                                Stream.of(session.offer().institutionId()),
                                session.bookings().stream().map(SessionBooking::institutionId))
                        .collect(Collectors.toSet()));
        boolean offerer = permits(scope, known.get(session.offer().institutionId()));
        return session.bookings().stream()
                .filter(booking -> offerer || permits(scope, known.get(booking.institutionId())));
    }

    private static boolean permits(InstitutionScope scope, @Nullable Institution institution) {
        return institution != null && scope.permits(institution.code());
    }

    private static ResponseEntity<BookingResource> one(SharedSession session, UUID bookingId) {
        BookingResource found = session.bookings().stream()
                .filter(booking -> booking.id().equals(bookingId))
                .findFirst()
                .map(BookingResource::of)
                .orElseThrow();
        return answer(session, found);
    }

    /** Bookings change with their session, and so does their version. */
    private static <T> ResponseEntity<T> answer(SharedSession session, T body) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(session.version())).body(body);
    }
}
