package org.yilianti.rotation.feed;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.roster.Duties;
import org.yilianti.rotation.roster.Duty;

/** Makes, revokes and reads feeds. */
@Component
@Transactional
public class FeedManagement {

    /** How far back a feed reaches, so that it does not grow for ever. */
    private static final int DAYS_BACK = 92;

    private static final int DAYS_AHEAD = 366;

    private final RosterFeeds feeds;
    private final Duties duties;
    private final Institutions institutions;
    private final Sights sights;
    private final AuditTrail audit;
    private final Clock clock;

    FeedManagement(
            RosterFeeds feeds, Duties duties, Institutions institutions, Sights sights, AuditTrail audit, Clock clock) {
        this.feeds = feeds;
        this.duties = duties;
        this.institutions = institutions;
        this.sights = sights;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new feed and, this once, its secret. */
    public record FreshFeed(RosterFeed feed, String secret) {}

    /** Makes a feed for the caller's own duties. */
    public FreshFeed make(Caller caller) {
        String secret = FeedSecret.fresh();
        RosterFeed feed = new RosterFeed(Ids.next(), caller.association(), own(caller), clock.instant(), null);
        feeds.insert(feed, FeedSecret.hash(secret), caller.name());
        record(caller, feed.id(), "made");
        return new FreshFeed(feed, secret);
    }

    /** Makes an address useless from now on. */
    public void revoke(Caller caller, UUID id) {
        if (!feeds.revoke(id, own(caller), clock.instant())) {
            throw Refusal.notFound("feed.unknown", id);
        }
        record(caller, id, "revoked");
    }

    @Transactional(readOnly = true)
    public List<RosterFeed> list(Caller caller) {
        return feeds.of(caller.association(), own(caller));
    }

    /** The calendar at an address; empty when there is none or it was revoked. */
    public Optional<String> calendar(String secret) {
        return feeds.lock(FeedSecret.hash(secret)).map(this::calendar);
    }

    private String calendar(RosterFeed feed) {
        Instant now = clock.instant();
        LocalDate from = AssociationZone.dayOf(now).minusDays(DAYS_BACK);
        Map<LocalDate, Duty> today = duties
                .inForceBetween(
                        feed.association(), List.of(feed.memberId()), from, from.plusDays(DAYS_BACK + DAYS_AHEAD))
                .getOrDefault(feed.memberId(), List.of())
                .stream()
                .collect(Collectors.toMap(Duty::date, duty -> duty, (one, other) -> one, TreeMap::new));
        Map<LocalDate, CalendarEntry> told = new TreeMap<>();
        feeds.entries(feed.memberId(), from).forEach(entry -> told.put(entry.date(), entry));
        List<CalendarEntry> changed = changes(feed.memberId(), told, today, now);
        feeds.keep(changed);
        changed.forEach(entry -> told.put(entry.date(), entry));
        Map<UUID, Institution> places = institutions.byId(
                feed.association(),
                told.values().stream().map(CalendarEntry::institutionId).collect(Collectors.toSet()));
        return CalendarText.of(told.values(), places);
    }

    private static List<CalendarEntry> changes(
            UUID memberId, Map<LocalDate, CalendarEntry> told, Map<LocalDate, Duty> today, Instant now) {
        List<CalendarEntry> changed = new ArrayList<>();
        today.forEach((date, duty) -> {
            CalendarEntry entry = told.get(date);
            if (entry == null) {
                changed.add(CalendarEntry.first(memberId, duty, now));
            } else if (!entry.says(duty)) {
                changed.add(entry.changedTo(duty, now));
            }
        });
        told.forEach((date, entry) -> {
            if (!entry.cancelled() && !today.containsKey(date)) {
                changed.add(entry.cancelled(now));
            }
        });
        return changed;
    }

    private UUID own(Caller caller) {
        return Optional.ofNullable(sights.of(caller).ownMemberId())
                .orElseThrow(() -> Refusal.forbidden("feed.not-staff"));
    }

    private void record(Caller caller, UUID feed, String verb) {
        audit.record(AuditRecord.of(caller, "roster-feed." + verb, "roster-feed", feed, null, Map.of()));
    }
}
