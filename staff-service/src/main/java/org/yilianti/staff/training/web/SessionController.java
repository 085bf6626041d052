package org.yilianti.staff.training.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.platform.web.Page;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.training.Session;
import org.yilianti.staff.training.SessionManagement;
import org.yilianti.staff.training.SessionRepository;

/** Sessions of courses: public in the association with the criteria by which their places are given. */
@RestController
@RequestMapping("/v1/training-sessions")
class SessionController {

    private static final Map<String, String> SORTABLE = Map.of("startsOn", "s.starts_on");

    private final SessionManagement management;
    private final SessionRepository sessions;

    SessionController(SessionManagement management, SessionRepository sessions) {
        this.management = management;
        this.sessions = sessions;
    }

    /** Why a session is cancelled. */
    record CancellationRequest(@Nullable String reason) {}

    /** Nothing needs to be said to give the places. */
    record SelectionRequest() {}

    @GetMapping
    @Requires({
        Role.ASSOCIATION_ADMIN,
        Role.HR_OFFICER,
        Role.REGISTRAR,
        Role.EVALUATOR,
        Role.AUDITOR,
        Role.STAFF,
        Role.INTEGRATION
    })
    Page<SessionView> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable UUID programme,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable String sort) {
        SortOrder order = SortOrder.of(sort, SORTABLE, "startsOn", "s.id");
        var filter = new SessionRepository.Filter(programme, institution, state, from);
        var rows = sessions.list(caller.association(), filter, order, page);
        return Page.of(
                        rows,
                        page,
                        row -> SortOrder.cursor(
                                row.session().details().startsOn(),
                                row.session().id()))
                .map(SessionView::of);
    }

    @GetMapping("/{id}")
    @Requires({
        Role.ASSOCIATION_ADMIN,
        Role.HR_OFFICER,
        Role.REGISTRAR,
        Role.EVALUATOR,
        Role.AUDITOR,
        Role.STAFF,
        Role.INTEGRATION
    })
    ResponseEntity<SessionView> get(Caller caller, @PathVariable UUID id) {
        return shown(ResponseEntity.ok(), caller, id);
    }

    @PostMapping
    @Requires(Role.HR_OFFICER)
    ResponseEntity<SessionView> announce(Caller caller, @RequestBody SessionRequest request) {
        UUID programme = request.programmeId();
        if (programme == null) {
            throw Refusal.invalid("required").at("/programmeId");
        }
        Session announced =
                management.announce(Editor.of(caller, Role.HR_OFFICER), programme, request.entry(), request.lengths());
        return shown(
                ResponseEntity.created(URI.create("/v1/training-sessions/" + announced.id())), caller, announced.id());
    }

    @PutMapping("/{id}")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<SessionView> revise(
            Caller caller, @PathVariable UUID id, ExpectedVersion expected, @RequestBody SessionRequest request) {
        management.revise(Editor.of(caller, Role.HR_OFFICER), id, expected, request.entry(), request.lengths());
        return shown(ResponseEntity.ok(), caller, id);
    }

    /** Gives the places by the published criteria, once applications have closed. */
    @PostMapping("/{id}/selections")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<SessionView> select(Caller caller, @PathVariable UUID id, @RequestBody SelectionRequest request) {
        management.select(Editor.of(caller, Role.HR_OFFICER), id);
        return shown(ResponseEntity.ok(), caller, id);
    }

    @PostMapping("/{id}/cancellations")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<SessionView> cancel(Caller caller, @PathVariable UUID id, @RequestBody CancellationRequest request) {
        management.cancel(Editor.of(caller, Role.HR_OFFICER), id, Entry.form("reason", request.reason()));
        return shown(ResponseEntity.ok(), caller, id);
    }

    private ResponseEntity<SessionView> shown(ResponseEntity.BodyBuilder answer, Caller caller, UUID id) {
        var found = sessions.find(caller.association(), id).orElseThrow(() -> Refusal.notFound("session.unknown", id));
        return answer.eTag(ExpectedVersion.etag(found.session().version())).body(SessionView.of(found));
    }
}
