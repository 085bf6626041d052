package org.yilianti.rotation.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.rotation.directory.Appointments;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.notification.Notice;
import org.yilianti.rotation.notification.Notifications;
import org.yilianti.rotation.notification.Recipient;
import org.yilianti.rotation.practice.PostingsChanged;

/** Takes postings from proposal to return; what binds reaches the duties in the same transaction. */
@Component
@Transactional
public class PostingManagement {

    static final Role[] OFFICE = {Role.HR_OFFICER, Role.REGISTRAR};

    private final RotationPostings postings;
    private final RotationProgrammes programmes;
    private final PostingFit fit;
    private final Members members;
    private final Appointments appointments;
    private final Institutions institutions;
    private final Sights sights;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    PostingManagement(
            RotationPostings postings,
            RotationProgrammes programmes,
            PostingFit fit,
            Members members,
            Appointments appointments,
            Institutions institutions,
            Sights sights,
            Notifications notifications,
            ApplicationEventPublisher events,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.postings = postings;
        this.programmes = programmes;
        this.fit = fit;
        this.members = members;
        this.appointments = appointments;
        this.institutions = institutions;
        this.sights = sights;
        this.notifications = notifications;
        this.events = events;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Proposes one person by hand, by an office of either side; refuses (422) with what stands in the way. */
    public RotationPosting propose(Caller caller, UUID programmeId, UUID memberId, UUID host, DatePeriod days) {
        UUID association = caller.association();
        RotationProgramme programme = programmes
                .find(sights.inScope(caller, OFFICE), programmeId)
                .orElseThrow(() -> Refusal.invalid("programme.unknown", programmeId));
        programme.requireOpen();
        requireInside(programme, days);
        UUID home = appointments
                .home(association, memberId, days)
                .orElseThrow(() -> Refusal.invalid("member.unknown", memberId).at("/memberId"));
        requireSide(caller, home, host);
        RotationPosting made = RotationPosting.proposed(programme, memberId, home, host, days, caller.name());
        fit.require(programme, made);
        keep(caller, made, programme);
        return made;
    }

    /** Keeps a proposal of the planner or of somebody. */
    void keep(Caller caller, RotationPosting made, RotationProgramme programme) {
        postings.insert(made, step(made, "proposed", caller.name(), null));
        follow(caller, made, programme, "proposed");
        for (UUID side : List.of(made.homeInstitutionId(), made.hostInstitutionId())) {
            notifications.tell(
                    made.association(),
                    List.of(notice(made).to(Recipient.role(Role.HR_OFFICER, code(made.association(), side)))));
        }
    }

    /** For the home institution; with the host's acceptance it binds. */
    public RotationPosting consent(Caller caller, UUID id, @Nullable ExpectedVersion expected) {
        return step(caller, id, expected, Side.HOME, "consented", null, found -> found.consent(caller.name()));
    }

    /** For the host; with the home's consent it binds. */
    public RotationPosting accept(Caller caller, UUID id, @Nullable ExpectedVersion expected) {
        return step(caller, id, expected, Side.HOST, "accepted", null, found -> found.accept(caller.name()));
    }

    public RotationPosting refuse(Caller caller, UUID id, @Nullable ExpectedVersion expected, String why) {
        return step(caller, id, expected, Side.EITHER, "refused", why, found -> found.refuse(caller.name()));
    }

    public RotationPosting withdraw(Caller caller, UUID id, @Nullable ExpectedVersion expected, String why) {
        return step(caller, id, expected, Side.EITHER, "withdrawn", why, found -> found.withdraw(today()));
    }

    /** The host says that the person has come. */
    public RotationPosting start(Caller caller, UUID id, @Nullable ExpectedVersion expected) {
        return step(caller, id, expected, Side.HOST, "started", null, found -> found.start(today()));
    }

    /** The home institution says that the person is back. */
    public RotationPosting returnOn(
            Caller caller, UUID id, @Nullable ExpectedVersion expected, LocalDate day, @Nullable String why) {
        return step(caller, id, expected, Side.HOME, "returned", why, found -> found.returnOn(day));
    }

    private enum Side {
        HOME,
        HOST,
        EITHER
    }

    private RotationPosting step(
            Caller caller,
            UUID id,
            @Nullable ExpectedVersion expected,
            Side side,
            String step,
            @Nullable String why,
            UnaryOperator<RotationPosting> verb) {
        RotationPosting found = postings.find(sights.inScope(caller, OFFICE), id)
                .orElseThrow(() -> Refusal.notFound("posting.unknown", id));
        if (side == Side.EITHER) {
            requireSide(caller, found.homeInstitutionId(), found.hostInstitutionId());
        } else {
            UUID acting = side == Side.HOME ? found.homeInstitutionId() : found.hostInstitutionId();
            caller.require(code(found.association(), acting), OFFICE);
        }
        ExpectedVersion.checkIfSent(expected, found.version());
        RotationProgramme programme =
                programmes.ofId(found.association(), found.programmeId()).orElseThrow();
        RotationPosting changed = verb.apply(found);
        if (changed.state() == PostingState.APPROVED) {
            fit.require(programme, changed);
        }
        members.lock(found.association(), Set.of(found.memberId()));
        if (!postings.update(changed, step(changed, step, caller.name(), why))) {
            throw Refusal.conflict("posting.decided-meanwhile");
        }
        follow(caller, changed, programme, step);
        if (changed.effective() || found.effective()) {
            events.publishEvent(new PostingsChanged(changed.association(), Set.of(changed.memberId())));
            notifications.tell(
                    changed.association(), List.of(notice(changed).to(Recipient.member(changed.memberId()))));
        }
        return changed;
    }

    private static void requireInside(RotationProgramme programme, DatePeriod days) {
        List<DatePeriod> blocks = programme.terms().blocks();
        LocalDate end = Objects.requireNonNull(days.to());
        if (days.from().isBefore(blocks.getFirst().from())
                || end.isAfter(Objects.requireNonNull(blocks.getLast().to()))
                || end.isAfter(days.from().plusMonths(programme.terms().blockMonths()))) {
            throw Refusal.invalid("posting.outside-programme", days.from(), end).at("/from");
        }
    }

    private void requireSide(Caller caller, UUID home, UUID host) {
        if (!caller.scope(OFFICE).permits(code(caller.association(), home))) {
            caller.require(code(caller.association(), host), OFFICE);
        }
    }

    private void follow(Caller caller, RotationPosting posting, RotationProgramme programme, String step) {
        outbox.publish(List.of(PostingChanged.of(posting, programme.kind())));
        audit.record(AuditRecord.of(
                caller,
                "rotation-posting." + step,
                "rotation-posting",
                posting.id(),
                code(posting.association(), posting.homeInstitutionId()),
                Map.of(
                        "memberId",
                        posting.memberId(),
                        "hostInstitutionId",
                        posting.hostInstitutionId(),
                        "from",
                        posting.days().from())));
    }

    private PostingStep step(RotationPosting posting, String step, String actor, @Nullable String why) {
        return new PostingStep(posting.version(), step, actor, clock.instant(), why);
    }

    private static Notice notice(RotationPosting posting) {
        return Notice.of(
                "rotation-posting",
                "rotation-posting",
                posting.id(),
                posting.days().from(),
                Objects.requireNonNull(posting.days().to()),
                posting.state().code());
    }

    private LocalDate today() {
        return AssociationZone.dayOf(clock.instant());
    }

    private String code(UUID association, UUID institution) {
        return institutions
                .find(association, institution)
                .map(Institution::code)
                .orElse("");
    }
}
