package org.yilianti.staff.tenure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.InstitutionScope;
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
import org.yilianti.staff.tenure.Tenure.Agreement;
import org.yilianti.staff.tenure.Tenure.Ending;
import org.yilianti.staff.tenure.Tenure.Selection;

/** Records who was selected and what they are to reach; locks the person, then the institution. */
@Service
public class TenureManagement {

    private final TenureRepository tenures;
    private final MemberDirectory members;
    private final InstitutionDirectory institutions;
    private final Policies policies;
    private final TenureLedger ledger;
    private final AssociationCalendar calendar;
    private final Clock clock;

    TenureManagement(
            TenureRepository tenures,
            MemberDirectory members,
            InstitutionDirectory institutions,
            Policies policies,
            TenureLedger ledger,
            AssociationCalendar calendar,
            Clock clock) {
        this.tenures = tenures;
        this.members = members;
        this.institutions = institutions;
        this.policies = policies;
        this.ledger = ledger;
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
        ledger.judge(institution, post, member, term);
        Tenure tenure = Tenure.recorded(
                new Tenure.Director(editor.association(), institution, member, post),
                term,
                selection,
                aims,
                clock.instant(),
                editor.name());
        tenures.insert(List.of(tenure));
        return told(editor, "tenure.recorded", tenure, tenure);
    }

    /** Changes the targets while nobody has agreed to them. */
    @Transactional
    public Tenure aim(Editor editor, UUID id, ExpectedVersion expected, Entry entry, int targets) {
        Tenure known = within(editor, id);
        expected.check(known.version());
        Targets aims = Targets.read(entry, targets);
        entry.refuseIfFaulty();
        Tenure aiming = known.aiming(aims, clock.instant(), editor.name());
        if (aiming.version() > known.version()) {
            tenures.update(aiming);
            told(editor, "tenure.targets-changed", aiming, aiming);
        }
        return aiming;
    }

    /** Agrees to the targets, so that they stand; never by who set them as they are. */
    @Transactional
    public Tenure agree(Editor editor, UUID id, @Nullable ExpectedVersion expected) {
        Tenure read = within(editor, id);
        ExpectedVersion.checkIfSent(expected, read.version());
        Tenure agreed = read.agreed(new Agreement(clock.instant(), editor.name()));
        tenures.update(agreed);
        return told(editor, "tenure.agreed", agreed, agreed);
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

    private TenureRules rules(UUID association) {
        return policies.inForce(association, TenureRules.class, calendar.today());
    }

    private Tenure within(Editor editor, UUID id) {
        return ledger.within(editor, id);
    }

    private Tenure told(Editor editor, String action, Tenure tenure, Object detail) {
        return ledger.told(editor, action, tenure, detail);
    }
}
