package org.yilianti.staff.recruitment;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.recruitment.Application.Offer;
import org.yilianti.staff.recruitment.Application.State;
import org.yilianti.staff.recruitment.ApplicationDesk.Held;

/** Offers places once the public notice is over, and hears what candidates answer. */
@Service
public class OfferManagement {

    private final ObjectionRepository objections;
    private final CampaignLedger ledger;
    private final ApplicationDesk desk;
    private final OfferDesk offers;
    private final AssociationCalendar calendar;

    OfferManagement(
            ObjectionRepository objections,
            CampaignLedger ledger,
            ApplicationDesk desk,
            OfferDesk offers,
            AssociationCalendar calendar) {
        this.objections = objections;
        this.ledger = ledger;
        this.desk = desk;
        this.offers = offers;
        this.calendar = calendar;
    }

    /** Offers every place of the ranking; refuses (409) during the notice and while an objection is open. */
    @Transactional
    public Campaign offer(Editor editor, UUID id, ExpectedVersion expected) {
        Campaign known = ledger.held(editor, id);
        expected.check(known.version());
        Campaign offering = known.offering(calendar.today(), objections.open(id));
        offers.offerAll(editor, offering);
        return ledger.changed(editor, "recruitment.offers-made", offering);
    }

    /** The candidate takes the place. */
    @Transactional
    public Application accept(Editor editor, UUID id, ExpectedVersion expected) {
        Held held = held(editor, id, expected);
        return desk.changed(editor, "recruitment.accepted", held.application().accepted(calendar.today()), Map.of());
    }

    /** The candidate does not take the place, so that the next in rank gets it. */
    @Transactional
    public Application decline(Editor editor, UUID id, ExpectedVersion expected, Entry entry) {
        String reason = entry.text("reason", 500);
        Held held = held(editor, id, expected);
        entry.refuseIfFaulty();
        Application declined = held.application().declined();
        desk.changed(editor, "recruitment.declined", declined, Map.of("reason", reason));
        offers.succeed(editor, held.campaign(), declined);
        return declined;
    }

    /** An offer that was not answered in time lapses by itself; the next in rank gets the place. */
    @Transactional
    public void lapse(Editor editor, UUID id) {
        Held held = desk.held(editor, id);
        Offer offer = held.application().offer();
        if (held.application().state() == State.OFFERED
                && offer != null
                && calendar.today().isAfter(offer.answerUntil())) {
            Application lapsed = held.application().lapsed();
            desk.changed(editor, "recruitment.lapsed", lapsed, Map.of("answerUntil", offer.answerUntil()));
            offers.succeed(editor, held.campaign(), lapsed);
        }
    }

    private Held held(Editor editor, UUID id, ExpectedVersion expected) {
        Held held = desk.held(editor, id);
        expected.check(held.application().version());
        held.campaign().requireState(Campaign.State.OFFERING);
        return held;
    }
}
