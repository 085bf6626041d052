package org.yilianti.staff.career;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.audit.AuditTrail;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.agenda.Agenda;
import org.yilianti.staff.agenda.AgendaItem;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.career.PromotionCase.State;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MemberManagement;
import org.yilianti.staff.member.Title;
import org.yilianti.staff.reward.Rewards;
import org.yilianti.staff.training.CreditAccounts;

/** Judges who may climb the ladder, decides on cases and lets titles be borne. */
@Service
public class CareerManagement {

    static final String WORK = "promotion";

    private final CareerRepository careers;
    private final PromotionRepository promotions;
    private final MemberManagement members;
    private final CreditAccounts credits;
    private final Rewards rewards;
    private final Policies policies;
    private final Agenda agenda;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final AssociationCalendar calendar;
    private final Clock clock;

    CareerManagement(
            CareerRepository careers,
            PromotionRepository promotions,
            MemberManagement members,
            CreditAccounts credits,
            Rewards rewards,
            Policies policies,
            Agenda agenda,
            Outbox outbox,
            AuditTrail audit,
            AssociationCalendar calendar,
            Clock clock) {
        this.careers = careers;
        this.promotions = promotions;
        this.members = members;
        this.credits = credits;
        this.rewards = rewards;
        this.policies = policies;
        this.agenda = agenda;
        this.outbox = outbox;
        this.audit = audit;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Whether somebody may climb, condition by condition. */
    public record Eligibility(Title from, Title to, List<Condition> conditions) {

        public boolean eligible() {
            return conditions.stream().allMatch(Condition::met);
        }
    }

    /** Each condition of the next step as it stands today; refuses (409) a title that nothing follows. */
    @Transactional(readOnly = true)
    public Eligibility eligibility(UUID association, MemberId member) {
        CareerFacts facts = facts(association, member);
        TitleLadder.Step step = step(association, facts);
        return new Eligibility(step.from(), step.to(), judged(association, member, facts, step));
    }

    /** Opens a case with its conditions as they stand today; one that misses any is kept as ineligible. */
    @Transactional
    public PromotionCase open(Editor editor, MemberId member) {
        members.hold(editor, member);
        CareerFacts facts = facts(editor.association(), member);
        TitleLadder.Step step = step(editor.association(), facts);
        PromotionCase opened = PromotionCase.opened(
                editor.association(),
                member,
                facts,
                step.to(),
                judged(editor.association(), member, facts, step),
                by(editor, null));
        promotions.insert(opened);
        return recorded(editor, "promotion.opened", opened);
    }

    /** Approves from a day on, today at the earliest; the title is then borne by itself. */
    @Transactional
    public PromotionCase approve(Editor editor, UUID id, Entry entry) {
        LocalDate from = entry.date("effectiveOn");
        String reason = entry.optionalText("reason", 500);
        PromotionCase known = within(editor, id);
        if (!entry.faulty() && from.isBefore(calendar.today())) {
            entry.fault("effectiveOn", "in-past", from);
        }
        entry.refuseIfFaulty();
        PromotionCase approved = known.approved(from, by(editor, reason));
        promotions.update(approved);
        agenda.plan(List.of(new AgendaItem(editor.association(), WORK, id, from)));
        return recorded(editor, "promotion.approved", approved);
    }

    @Transactional
    public PromotionCase refuse(Editor editor, UUID id, Entry entry) {
        String reason = entry.text("reason", 500);
        PromotionCase known = within(editor, id);
        entry.refuseIfFaulty();
        PromotionCase refused = known.refused(by(editor, reason));
        promotions.update(refused);
        return recorded(editor, "promotion.refused", refused);
    }

    /** Lets an approved title be borne; does nothing when that was done. */
    @Transactional
    public void takeEffect(Editor calendarEditor, UUID id) {
        UUID association = calendarEditor.association();
        promotions.memberOf(association, id).ifPresent(member -> members.hold(calendarEditor, member));
        promotions
                .lock(association, id)
                .filter(known -> known.state() == State.APPROVED)
                .ifPresent(known -> {
                    PromotionCase effective = known.effective();
                    LocalDate day = Objects.requireNonNull(known.effectiveOn());
                    members.promote(calendarEditor, known.member(), known.to(), day);
                    promotions.update(effective);
                    recorded(calendarEditor, "promotion.effective", effective);
                });
    }

    /** Keeps what was heard of service at the grassroots. */
    @Transactional
    public void served(List<GrassrootsService> services) {
        careers.keep(services);
    }

    private PromotionCase within(Editor editor, UUID id) {
        return promotions
                .lock(editor.association(), id)
                .filter(known -> permits(editor, known.institution()))
                .orElseThrow(() -> Refusal.notFound("promotion.unknown", id));
    }

    private static boolean permits(Editor editor, @Nullable InstitutionRef institution) {
        return institution == null ? editor.scope().all() : editor.scope().permits(institution.code());
    }

    private CareerFacts facts(UUID association, MemberId member) {
        return careers.facts(association, member, calendar.today())
                .orElseThrow(() -> Refusal.notFound("member.unknown", member));
    }

    private TitleLadder.Step step(UUID association, CareerFacts facts) {
        return ladder(association)
                .after(facts.title())
                .orElseThrow(() ->
                        Refusal.conflict("promotion.no-step", facts.title().code()));
    }

    private List<Condition> judged(UUID association, MemberId member, CareerFacts facts, TitleLadder.Step step) {
        PromotionRewards merits = policies.inForce(association, PromotionRewards.class, calendar.today());
        return new PromotionRules(ladder(association), step, merits)
                .judge(
                        facts,
                        credits.beforePromotion(association, member, facts.day()),
                        rewards.ofMember(association, member));
    }

    private TitleLadder ladder(UUID association) {
        return policies.inForce(association, TitleLadder.class, calendar.today());
    }

    private PromotionCase.Step by(Editor editor, @Nullable String reason) {
        return new PromotionCase.Step(clock.instant(), editor.name(), reason);
    }

    private PromotionCase recorded(Editor editor, String action, PromotionCase promotion) {
        InstitutionRef institution = promotion.institution();
        outbox.publish(PromotionChanged.announcement(promotion));
        audit.record(editor.did(
                action, "promotion-case", promotion.id(), institution == null ? null : institution.code(), promotion));
        return promotion;
    }
}
