package org.yilianti.staff.tenure;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.outbox.OutboxEvent;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.tenure.Targets.Target;
import org.yilianti.staff.tenure.Tenure.Agreement;
import org.yilianti.staff.tenure.Tenure.Ending;
import org.yilianti.staff.tenure.Tenure.Selection;
import org.yilianti.staff.tenure.TenureResult.Confirmation;

/** Records who was selected, what they are to reach and what they reached; locks the person, then the tenure. */
@Service
public class TenureManagement {

    private final TenureRepository tenures;
    private final ResultRepository results;
    private final MemberDirectory members;
    private final InstitutionDirectory institutions;
    private final Policies policies;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;

    TenureManagement(
            TenureRepository tenures,
            ResultRepository results,
            MemberDirectory members,
            InstitutionDirectory institutions,
            Policies policies,
            Outbox outbox,
            AuditTrail audit,
            AssociationCalendar calendar,
            Clock clock) {
        this.tenures = tenures;
        this.results = results;
        this.members = members;
        this.institutions = institutions;
        this.policies = policies;
        this.outbox = outbox;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Records a selection with the targets of the term; refuses (409) a post that somebody holds then, and a second post. */
    @Transactional
    public Tenure record(Editor editor, MemberId member, Entry entry, int targets) {
        String code = entry.text("institutionCode", 50);
        String post = entry.text("post", 100);
        LocalDate from = entry.date("termFrom");
        TenureRules rules = rules(editor.association());
        Selection selection = Selection.read(entry, from, rules.noticeDays());
        Targets aims = Targets.read(entry, targets);
        InstitutionId place =
                institutions.ids(editor.association(), List.of(code)).get(code);
        if (!code.isEmpty() && place == null) {
            entry.fault("institutionCode", "unknown-institution", code);
        }
        entry.refuseIfFaulty();
        editor.require(code);
        boolean known = members.hold(editor.association(), Sight.of(InstitutionScope.ALL, calendar.today()), member)
                .filter(person -> person.mergedInto() == null)
                .isPresent();
        if (!known) {
            throw Refusal.invalid("unknown-member", member).at("/memberId");
        }
        DatePeriod term = new DatePeriod(from, from.plusYears(rules.termYears()));
        InstitutionRef institution = new InstitutionRef(Objects.requireNonNull(place), code);
        judge(institution, post, member, term);
        Tenure tenure = Tenure.recorded(
                new Tenure.Director(editor.association(), institution, member, post),
                term,
                selection,
                aims,
                clock.instant(),
                editor.name());
        tenures.insert(tenure);
        return told(editor, "tenure.recorded", tenure, tenure);
    }

    /** Changes the targets while nobody has agreed to them. */
    @Transactional
    public Tenure aim(Editor editor, UUID id, ExpectedVersion expected, Entry entry, int targets) {
        Tenure known = within(editor, id);
        expected.check(known.version());
        Targets aims = Targets.read(entry, targets);
        entry.refuseIfFaulty();
        Tenure aiming = known.aiming(aims);
        if (aiming.version() > known.version()) {
            tenures.update(aiming);
            told(editor, "tenure.targets-changed", aiming, aiming);
        }
        return aiming;
    }

    /** Agrees to the targets, so that they stand; never by who recorded them. */
    @Transactional
    public Tenure agree(Editor editor, UUID id) {
        Tenure agreed = within(editor, id).agreed(new Agreement(clock.instant(), editor.name()));
        tenures.update(agreed);
        return told(editor, "tenure.agreed", agreed, agreed);
    }

    /** Records what was reached in a year that is over, or in the whole term (year 0); a result may be recorded anew until confirmed. */
    @Transactional
    public Tenure assess(Editor editor, UUID id, Entry entry) {
        int year = entry.number("year", "0", "10", 0).intValue();
        Tenure known = within(editor, id);
        Map<String, BigDecimal> reached = new LinkedHashMap<>();
        for (Target target : known.targets().items()) {
            reached.put(target.code(), entry.number("reached/" + target.code(), "0", "1000000000", 4));
        }
        entry.refuseIfFaulty();
        known.requireDue(year, calendar.today());
        results.find(id, year).ifPresent(TenureResult::requireOpen);
        BigDecimal score = known.targets().score(reached);
        TenureResult result = new TenureResult(
                id,
                year,
                reached,
                score,
                rules(editor.association()).grade(score),
                clock.instant(),
                editor.name(),
                null);
        results.keep(editor.association(), result);
        return touched(editor, "tenure.result-recorded", known, result);
    }

    /** Confirms a result, so that it counts; never by who recorded it. */
    @Transactional
    public Tenure confirm(Editor editor, UUID id, Entry entry) {
        int year = entry.number("year", "0", "10", 0).intValue();
        Tenure known = within(editor, id);
        entry.refuseIfFaulty();
        Confirmation by = new Confirmation(clock.instant(), editor.name());
        TenureResult confirmed = results.find(id, year)
                .orElseThrow(() -> Refusal.invalid("tenure.no-result", year).at("/year"))
                .confirmed(by);
        results.confirm(confirmed, by);
        return touched(editor, "tenure.result-confirmed", known, confirmed);
    }

    /** Ends a tenure before its term. */
    @Transactional
    public Tenure end(Editor editor, UUID id, Entry entry) {
        LocalDate on = entry.date("endedOn");
        String reason = entry.text("reason", 500);
        Tenure known = within(editor, id);
        entry.refuseIfFaulty();
        Tenure ended = known.ended(new Ending(on, reason));
        tenures.update(ended);
        return told(editor, "tenure.ended", ended, ended);
    }

    private void judge(InstitutionRef institution, String post, MemberId member, DatePeriod term) {
        tenures.holdPosts(institution.id());
        tenures.overlapping(institution.id(), post, null, term).stream()
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.conflict(
                                    "tenure.post-held", post, other.term().from(), other.over())
                            .at("/post");
                });
        tenures.overlapping(null, post, member, term).stream().findFirst().ifPresent(other -> {
            throw Refusal.conflict(
                            "tenure.second-post", other.post(), other.term().from(), other.over())
                    .at("/memberId");
        });
    }

    private TenureRules rules(UUID association) {
        return policies.inForce(association, TenureRules.class, calendar.today());
    }

    private Tenure within(Editor editor, UUID id) {
        tenures.memberOf(editor.association(), id)
                .ifPresent(member ->
                        members.hold(editor.association(), Sight.of(InstitutionScope.ALL, calendar.today()), member));
        return tenures.lock(editor.association(), id)
                .filter(known -> editor.scope().permits(known.institution().code()))
                .orElseThrow(() -> Refusal.notFound("tenure.unknown", id));
    }

    private Tenure touched(Editor editor, String action, Tenure tenure, Object detail) {
        Tenure touched = tenure.touched();
        tenures.update(touched);
        return told(editor, action, touched, detail);
    }

    private Tenure told(Editor editor, String action, Tenure tenure, Object detail) {
        announce(tenure);
        audit.record(editor.did(
                action, "director-tenure", tenure.id(), tenure.institution().code(), detail));
        return tenure;
    }

    private void announce(Tenure tenure) {
        outbox.publish(OutboxEvent.state(
                "staff.director-tenures",
                "staff.director-tenure-changed.v1",
                tenure.association(),
                tenure.id(),
                tenure.version(),
                TenureChanged.of(tenure, results.of(tenure.id()))));
    }
}
