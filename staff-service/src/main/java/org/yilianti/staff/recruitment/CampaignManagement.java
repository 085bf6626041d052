package org.yilianti.staff.recruitment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.establishment.AuthorisedPost;
import org.yilianti.staff.establishment.EstablishmentDirectory;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.InstitutionId;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.recruitment.ExamRules.Ground;

/** Drafts and publishes campaigns. */
@Service
public class CampaignManagement {

    static final int MOST_POSITIONS = 200;

    private final CampaignRepository campaigns;
    private final CampaignLedger ledger;
    private final Vacancies vacancies;
    private final EstablishmentDirectory establishment;
    private final InstitutionDirectory institutions;
    private final AssociationCalendar calendar;

    CampaignManagement(
            CampaignRepository campaigns,
            CampaignLedger ledger,
            Vacancies vacancies,
            EstablishmentDirectory establishment,
            InstitutionDirectory institutions,
            AssociationCalendar calendar) {
        this.campaigns = campaigns;
        this.ledger = ledger;
        this.vacancies = vacancies;
        this.establishment = establishment;
        this.institutions = institutions;
        this.calendar = calendar;
    }

    /**
     * How long the lists of a request are.
     *
     * @param reservations of each position
     */
    public record Lengths(int grounds, int tieRules, List<Integer> reservations) {}

    /** Writes a campaign that nobody sees yet; refuses (422) more openings than there are vacancies. */
    @Transactional
    public Campaign draft(Editor editor, Entry entry, Lengths lengths) {
        String code = entry.text("institutionCode", 50);
        InstitutionId place =
                institutions.ids(editor.association(), List.of(code)).get(code);
        if (!code.isEmpty() && place == null) {
            entry.fault("institutionCode", "unknown-institution", code);
        }
        entry.refuseIfFaulty();
        editor.require(code);
        Campaign.Details details = Campaign.Details.read(entry);
        ExamRules rules = ExamRules.read(entry, lengths.grounds(), lengths.tieRules());
        List<Position> positions = positions(editor, entry, lengths.reservations(), rules);
        entry.refuseIfFaulty();
        InstitutionRef holder = new InstitutionRef(Objects.requireNonNull(place), code);
        Campaign drafted =
                Campaign.drafted(editor.association(), holder, details, rules, positions, ledger.step(editor));
        vacancies.objections(drafted).forEach(entry::fault);
        entry.refuseIfFaulty();
        return ledger.drafted(editor, drafted);
    }

    /** Changes what a draft says; what is published stays. */
    @Transactional
    public Campaign revise(Editor editor, UUID id, ExpectedVersion expected, Entry entry, Lengths lengths) {
        Campaign known = ledger.held(editor, id);
        expected.check(known.version());
        known.requireState(Campaign.State.DRAFT);
        Campaign.Details details = Campaign.Details.read(entry);
        ExamRules rules = ExamRules.read(entry, lengths.grounds(), lengths.tieRules());
        List<Position> positions = positions(editor, entry, lengths.reservations(), rules);
        entry.refuseIfFaulty();
        Campaign revised = known.revised(details, rules, positions, ledger.step(editor));
        vacancies.objections(revised).forEach(entry::fault);
        entry.refuseIfFaulty();
        campaigns.replacePositions(revised);
        return ledger.changed(editor, "recruitment.revised", revised);
    }

    /** Publishes a draft, so that it stands; never by who wrote it, and only while its vacancies are still there. */
    @Transactional
    public Campaign publish(Editor editor, UUID id, ExpectedVersion expected) {
        Campaign known = ledger.held(editor, id);
        expected.check(known.version());
        Campaign published = known.published(ledger.step(editor), calendar.today());
        vacancies.hold(published);
        vacancies.objections(published).stream().findFirst().ifPresent(fault -> {
            throw Refusal.conflict(fault.code(), fault.args().toArray()).at("/" + fault.field());
        });
        return ledger.changed(editor, "recruitment.published", published);
    }

    private List<Position> positions(Editor editor, Entry entry, List<Integer> reservations, ExamRules rules) {
        List<Position> read = new ArrayList<>();
        if (reservations.isEmpty() || reservations.size() > MOST_POSITIONS) {
            entry.fault("positions", reservations.isEmpty() ? "required" : "too-many", MOST_POSITIONS);
            return read;
        }
        List<String> grounds = rules.grounds().stream().map(Ground::code).toList();
        List<AuthorisedPost> posts = posts(editor, entry, reservations.size());
        for (int i = 0; i < reservations.size(); i++) {
            String at = "positions/" + i + "/";
            String id = entry.text(at + "authorisedPostId", 36);
            Position.Terms terms = Position.Terms.read(entry, at, reservations.get(i), grounds);
            posts.stream()
                    .filter(post -> post.id().toString().equals(id))
                    .findFirst()
                    .ifPresentOrElse(
                            post -> read.add(Position.of(post, terms)),
                            () -> entry.fault(at + "authorisedPostId", "unknown-post", id));
        }
        return read;
    }

    private List<AuthorisedPost> posts(Editor editor, Entry entry, int count) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = entry.raw("positions/" + i + "/authorisedPostId");
            if (id != null) {
                ids.add(UUID.fromString(id));
            }
        }
        return establishment.find(editor.association(), editor.scope(), ids);
    }
}
