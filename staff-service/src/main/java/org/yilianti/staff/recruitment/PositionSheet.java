package org.yilianti.staff.recruitment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Fault;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.establishment.AuthorisedPost;
import org.yilianti.staff.recruitment.ExamRules.Ground;
import org.yilianti.staff.recruitment.Position.Reservation;

/** The positions of a draft as a file says them, judged row by row with the earlier rows taken; touches no database. */
public final class PositionSheet {

    private static final String BETWEEN = ";";

    private final Campaign campaign;
    private final Map<String, AuthorisedPost> posts;
    private final Vacancies.Left left;
    private final List<Position> positions;

    /** @param posts that may be offered, by their external ids */
    PositionSheet(Campaign campaign, Map<String, AuthorisedPost> posts, Vacancies.Left left) {
        this.campaign = campaign;
        this.posts = posts;
        this.left = left;
        this.positions = new ArrayList<>(campaign.positions());
    }

    /** Reserved places as one cell: {@code ground=places} with a semicolon between them. */
    public static String cell(List<Reservation> reservations) {
        return String.join(
                BETWEEN,
                reservations.stream()
                        .map(one -> one.ground() + "=" + one.places())
                        .toList());
    }

    Taken take(Entry entry) {
        int number = entry.number("positionNo", "1", String.valueOf(CampaignManagement.MOST_POSITIONS), 0)
                .intValue();
        Position.Terms terms = terms(entry);
        AuthorisedPost post = posts.get(entry.text("authorisedPost", 50));
        if (entry.faulty()) {
            return Taken.NOTHING;
        }
        Position known = number <= positions.size() ? positions.get(number - 1) : null;
        boolean same = known != null
                && known.terms().equals(terms)
                && known.authorisedPost().equals(post == null ? null : post.id());
        return same ? new Taken(0, 0, 1) : told(entry, number, known, post, terms);
    }

    private Taken told(
            Entry entry, int number, @Nullable Position known, @Nullable AuthorisedPost post, Position.Terms terms) {
        if (campaign.progress().state() != Campaign.State.DRAFT) {
            entry.fault(
                    "campaignId",
                    "recruitment.state",
                    campaign.id(),
                    campaign.progress().state().code());
        } else if (post == null) {
            entry.fault("authorisedPost", "unknown-post", entry.key("authorisedPost"));
        } else if (number > positions.size() + 1) {
            entry.fault("positionNo", "recruitment.position-gap", positions.size() + 1);
        } else {
            return put(entry, number, known, Position.of(post, terms));
        }
        return Taken.NOTHING;
    }

    private Taken put(Entry entry, int number, @Nullable Position known, Position wanted) {
        List<Position> then = new ArrayList<>(positions);
        if (known == null) {
            then.add(wanted);
        } else {
            then.set(number - 1, wanted.as(known.id()));
        }
        Optional<Fault> objection = left.objections(then).stream()
                .filter(fault -> concerns(fault, then, wanted))
                .findFirst();
        objection.ifPresent(
                fault -> entry.fault("openings", fault.code(), fault.args().toArray()));
        if (objection.isPresent()) {
            return Taken.NOTHING;
        }
        positions.clear();
        positions.addAll(then);
        return known == null ? new Taken(1, 0, 0) : new Taken(0, 1, 0);
    }

    /** Only vacancies of the line that the row names: others are judged when the draft is published. */
    private static boolean concerns(Fault fault, List<Position> positions, Position wanted) {
        int at = Integer.parseInt(fault.field().split("/", -1)[1]);
        return positions.get(at).authorisedPost().equals(wanted.authorisedPost());
    }

    private Position.Terms terms(Entry entry) {
        String cell = entry.raw("reservations");
        String[] reserved = cell == null ? new String[0] : cell.split(BETWEEN, -1);
        Entry reading = new Entry(field -> reservation(reserved, field).orElseGet(() -> entry.raw(field)));
        List<String> grounds =
                campaign.rules().grounds().stream().map(Ground::code).toList();
        Position.Terms terms = Position.Terms.read(reading, "", reserved.length, grounds);
        entry.adopt(reading);
        return terms;
    }

    /** A part of the cell by the field that a form has for it, such as {@code reservations/0/ground}. */
    private static Optional<String> reservation(String[] reserved, String field) {
        String[] path = field.split("/", -1);
        if (path.length < 3) {
            return Optional.empty();
        }
        String[] values = reserved[Integer.parseInt(path[1])].split("=", 2);
        int part = path[2].equals("ground") ? 0 : 1;
        return Optional.of(part < values.length ? values[part] : "");
    }

    boolean changed() {
        return !positions.equals(campaign.positions());
    }

    List<Position> positions() {
        return positions;
    }
}
