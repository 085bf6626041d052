package org.yilianti.staff.remediation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.policy.Policies;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.remediation.GapSearch.Found;
import org.yilianti.staff.remediation.RemediationCase.State;
import org.yilianti.staff.remediation.RemediationCase.Step;
import org.yilianti.staff.remediation.RemediationRules.Requirement;

/** Opens a case for every gap that is found, and ends those that have lost their ground. */
@Service
class GapManagement {

    private static final int BATCH = 200;
    private static final Duration EVERY = Duration.ofHours(6);

    private final GapSearch gaps;
    private final RemediationRepository cases;
    private final RemediationTasks tasks;
    private final JdbcClient jdbc;
    private final Policies policies;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;

    GapManagement(
            GapSearch gaps,
            RemediationRepository cases,
            RemediationTasks tasks,
            JdbcClient jdbc,
            Policies policies,
            Outbox outbox,
            AuditTrail audit,
            AssociationCalendar calendar,
            Clock clock) {
        this.gaps = gaps;
        this.cases = cases;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.policies = policies;
        this.outbox = outbox;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Searches an association for gaps, a batch at a time, alone; whether there may be more to do. */
    @Transactional
    public boolean search(UUID association) {
        Editor detection = Editor.system(association, "detection");
        LocalDate today = calendar.today();
        hold(association);
        RemediationRules rules = policies.inForce(association, RemediationRules.class, today);
        List<RemediationCase> changed = new ArrayList<>();
        changed.addAll(ended(
                association,
                gaps.left(association, today, BATCH),
                Set.of(State.OPEN, State.NOT_MET, State.DECIDED),
                known -> known.closed(step(detection, "left the post"))));
        changed.addAll(ended(
                association,
                gaps.qualified(association, today, BATCH),
                Set.of(State.OPEN),
                known -> known.met(true, tasks.of(known.id()), step(detection, null))));
        List<RemediationCase> opened = opened(association, rules, today, step(detection, null));
        changed.addAll(opened);
        outbox.publish(changed.stream().map(RemediationCase::announcement).toList());
        audit.record(changed.stream()
                .map(known -> detection.did(
                        "remediation."
                                + (opened.contains(known)
                                        ? "detected"
                                        : known.state().code()),
                        "remediation-case",
                        known.id(),
                        known.institution().code(),
                        known))
                .toList());
        return changed.size() >= BATCH;
    }

    private List<RemediationCase> opened(UUID association, RemediationRules rules, LocalDate today, Step by) {
        Instant knownBy = clock.instant().minus(Duration.ofDays(rules.graceDays()));
        List<RemediationCase> opened = new ArrayList<>();
        for (Requirement requirement : rules.requirements()) {
            for (RemediationCase.Gap gap : GapSearch.gaps(requirement)) {
                for (Found found : gaps.lacking(association, requirement, gap, today, knownBy, BATCH)) {
                    RemediationCase remediation = RemediationCase.opened(
                            found.holder(), found.gap(), true, today.plusMonths(rules.months()), by);
                    cases.insert(remediation);
                    opened.add(remediation);
                }
            }
        }
        return opened;
    }

    /** Locks each case and ends it, unless somebody else has meanwhile. */
    private List<RemediationCase> ended(
            UUID association, List<UUID> ids, Set<State> from, UnaryOperator<RemediationCase> how) {
        List<RemediationCase> ended = ids.stream()
                .flatMap(id -> cases.lock(association, id).stream())
                .filter(known -> from.contains(known.state()))
                .map(how)
                .toList();
        ended.forEach(cases::update);
        return ended;
    }

    private Step step(Editor by, @Nullable String note) {
        return new Step(clock.instant(), by.name(), note);
    }

    /** Takes the one row that stands for the search of this association, so that replicas open no case twice. */
    private void hold(UUID association) {
        jdbc.sql("""
                        insert into remediation_pass (association_id, next_at) values (:association, :next)
                        on duplicate key update next_at = :next
                        """)
                .param("association", Ids.bytes(association))
                .param("next", Timestamp.from(clock.instant().plus(EVERY)))
                .update();
    }

    /** The associations whose turn it is. */
    List<UUID> due() {
        return jdbc.sql("""
                        select known.association_id from (select distinct association_id from institution) known
                        left join remediation_pass p on p.association_id = known.association_id
                        where p.next_at is null or p.next_at <= ?
                        """)
                .param(Timestamp.from(clock.instant()))
                .query((row, number) -> Ids.uuid(row.getBytes("association_id")))
                .list();
    }
}
