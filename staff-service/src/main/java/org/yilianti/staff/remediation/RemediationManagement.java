package org.yilianti.staff.remediation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.credential.LicenceKind;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MemberManagement;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.member.Title;
import org.yilianti.staff.remediation.RemediationCase.Consequence;
import org.yilianti.staff.remediation.RemediationCase.Decision;
import org.yilianti.staff.remediation.RemediationCase.Gap;
import org.yilianti.staff.remediation.RemediationCase.State;
import org.yilianti.staff.remediation.RemediationCase.Step;
import org.yilianti.staff.training.ProgrammeRepository;

/** Opens cases by hand, records how they end, and takes decisions; locks the person before the case. */
@Service
public class RemediationManagement {

    private final RemediationRepository cases;
    private final RemediationTasks tasks;
    private final DecidedEnds ends;
    private final GapSearch gaps;
    private final ProgrammeRepository programmes;
    private final MemberManagement members;
    private final MemberDirectory directory;
    private final Policies policies;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;

    RemediationManagement(
            RemediationRepository cases,
            RemediationTasks tasks,
            DecidedEnds ends,
            GapSearch gaps,
            ProgrammeRepository programmes,
            MemberManagement members,
            MemberDirectory directory,
            Policies policies,
            Outbox outbox,
            AuditTrail audit,
            AssociationCalendar calendar,
            Clock clock) {
        this.cases = cases;
        this.tasks = tasks;
        this.ends = ends;
        this.gaps = gaps;
        this.programmes = programmes;
        this.members = members;
        this.directory = directory;
        this.policies = policies;
        this.outbox = outbox;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Opens a case by hand; refuses (409) a second unfinished one of its kind, and what is not lacking. */
    @Transactional
    public RemediationCase open(Editor editor, MemberId member, Entry entry) {
        LocalDate today = calendar.today();
        Gap gap = gap(entry);
        LocalDate named = entry.optionalDate("deadline");
        if (named != null && !named.isAfter(today)) {
            entry.fault("deadline", "in-past", named);
        }
        members.hold(editor, member);
        entry.refuseIfFaulty();
        if (cases.unfinished(member, gap.kind())) {
            throw Refusal.conflict("remediation.exists", gap.kind().code()).at("/memberId");
        }
        if (gap.kind() != GapKind.OTHER && gaps.qualified(editor.association(), member, gap, today)) {
            throw Refusal.conflict("remediation.no-gap", gap.required()).at("/required");
        }
        RemediationCase.Holder holder = gaps.holder(editor.association(), member, today)
                .orElseThrow(() -> Refusal.invalid("remediation.no-post").at("/memberId"));
        int months = policies.inForce(editor.association(), RemediationRules.class, today)
                .months();
        LocalDate deadline = named == null ? today.plusMonths(months) : named;
        RemediationCase opened = RemediationCase.opened(holder, gap, false, deadline, by(editor, null));
        cases.insert(opened);
        return told(editor, "remediation.opened", opened);
    }

    /** Adds a course or exam that has to be passed. */
    @Transactional
    public RemediationCase require(Editor editor, UUID id, UUID programme, boolean exam) {
        RemediationCase known = within(editor, id);
        known.requireState(State.OPEN);
        if (programmes.find(editor.association(), programme).isEmpty()) {
            throw Refusal.invalid("programme.unknown", programme).at("/programmeId");
        }
        if (tasks.of(id).stream().anyMatch(task -> task.programme().equals(programme))) {
            throw Refusal.conflict("remediation.task-exists").at("/programmeId");
        }
        tasks.add(known, programme, exam, clock.instant(), editor.name());
        return told(editor, "remediation.task-added", within(editor, id));
    }

    /** Records that the qualification is there, or that it is not though the time is over. */
    @Transactional
    public RemediationCase conclude(Editor editor, UUID id, Entry entry) {
        boolean met = entry.flag("met");
        String note = entry.optionalText("note", 500);
        RemediationCase known = within(editor, id);
        entry.refuseIfFaulty();
        LocalDate today = calendar.today();
        Step by = by(editor, note);
        RemediationCase concluded = met
                ? known.met(gaps.qualified(editor.association(), known.member(), known.gap(), today), tasks.of(id), by)
                : known.notMet(today, by);
        cases.update(concluded);
        return told(editor, met ? "remediation.met" : "remediation.not-met", concluded);
    }

    /** What was decided, or taken back, with the posts and contracts that it concerns: kept in the audit trail. */
    record Outcome(RemediationCase remediation, List<DecidedEnd> ends, String reason) {}

    /**
     * Decides what follows for somebody who has not met it, and brings it about on its day: never by who found so or opened the case.
     * Refuses (409) when the post has ended by then.
     */
    @Transactional
    public RemediationCase decide(Editor editor, UUID id, @Nullable ExpectedVersion expected, Entry entry) {
        Consequence consequence = entry.choice("decision", Consequence.class);
        LocalDate effectiveOn = entry.date("effectiveOn");
        String reason = entry.text("reason", 500);
        if (!entry.faulty() && effectiveOn.isBefore(calendar.today())) {
            entry.fault("effectiveOn", "in-past", effectiveOn);
        }
        RemediationCase known = within(editor, id);
        ExpectedVersion.checkIfSent(expected, known.version());
        entry.refuseIfFaulty();
        Decision decision = new Decision(consequence, effectiveOn, by(editor, reason));
        RemediationCase decided = known.decided(decision);
        cases.update(decided);
        List<DecidedEnd> brought = ends.bringAbout(editor, decided, decision);
        return told(editor, "remediation.decided", decided, new Outcome(decided, brought, reason));
    }

    /** Takes a decision back before its day, and with it what it brought about; never by who found so or opened the case. */
    @Transactional
    public RemediationCase revoke(Editor editor, UUID id, @Nullable ExpectedVersion expected, Entry entry) {
        String reason = entry.text("reason", 500);
        RemediationCase known = within(editor, id);
        ExpectedVersion.checkIfSent(expected, known.version());
        entry.refuseIfFaulty();
        RemediationCase undecided = known.undecided(calendar.today(), by(editor, reason));
        cases.update(undecided);
        List<DecidedEnd> takenBack = ends.takeBack(editor, known, reason);
        return told(editor, "remediation.decision-revoked", undecided, new Outcome(known, takenBack, reason));
    }

    /** Takes back a case that was opened by mistake. */
    @Transactional
    public RemediationCase annul(Editor editor, UUID id, Entry entry) {
        String reason = entry.text("reason", 500);
        RemediationCase known = within(editor, id);
        entry.refuseIfFaulty();
        RemediationCase annulled = known.annulled(by(editor, reason));
        cases.update(annulled);
        return told(editor, "remediation.annulled", annulled);
    }

    private static Gap gap(Entry entry) {
        GapKind kind = entry.choice("gap", GapKind.class);
        String required = entry.text("required", 200);
        boolean known =
                switch (kind) {
                    case LICENCE -> Coded.codes(LicenceKind.class).containsAll(Arrays.asList(required.split(",", -1)));
                    case TITLE -> Coded.codes(Title.class).contains(required);
                    case OTHER -> true;
                };
        if (!entry.faulty() && !known) {
            entry.fault("required", "unknown-value", required);
        }
        return new Gap(kind, required);
    }

    private RemediationCase within(Editor editor, UUID id) {
        cases.memberOf(editor.association(), id)
                .ifPresent(member ->
                        directory.hold(editor.association(), Sight.of(InstitutionScope.ALL, calendar.today()), member));
        return cases.lock(editor.association(), id)
                .filter(known -> editor.scope().permits(known.institution().code()))
                .orElseThrow(() -> Refusal.notFound("remediation.unknown", id));
    }

    private Step by(Editor editor, @Nullable String note) {
        return new Step(clock.instant(), editor.name(), note);
    }

    private RemediationCase told(Editor editor, String action, RemediationCase changed) {
        return told(editor, action, changed, changed);
    }

    private RemediationCase told(Editor editor, String action, RemediationCase changed, Object detail) {
        outbox.publish(changed.announcement());
        audit.record(editor.did(
                action, "remediation-case", changed.id(), changed.institution().code(), detail));
        return changed;
    }
}
