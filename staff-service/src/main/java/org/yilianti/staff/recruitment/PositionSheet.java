package org.yilianti.staff.recruitment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Fault;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.establishment.AuthorisedPost;
import org.yilianti.staff.recruitment.ExamRules.Ground;
import org.yilianti.staff.recruitment.Position.Reservation;

/** The positions of a draft as a file says them, judged by what all its rows leave of it; touches no database. */
public final class PositionSheet {

    private static final String BETWEEN = ";";

    private final Campaign campaign;
    private final InstitutionScope scope;
    private final Map<String, AuthorisedPost> posts;
    private final Set<Integer> numbers = new HashSet<>();
    private final List<Row> told = new ArrayList<>();
    private List<Position> positions = List.of();
    private long unchanged;

    /** A row that says something new. */
    private record Row(Entry entry, int number, Position wanted) {}

    /**
     * @param scope of the institutions that may be offered
     * @param posts that the file names, by their external ids
     */
    PositionSheet(Campaign campaign, InstitutionScope scope, Map<String, AuthorisedPost> posts) {
        this.campaign = campaign;
        this.scope = scope;
        this.posts = posts;
    }

    /** Reserved places as one cell: {@code ground=places} with a semicolon between them. */
    public static String cell(List<Reservation> reservations) {
        return String.join(
                BETWEEN,
                reservations.stream()
                        .map(one -> one.ground() + "=" + one.places())
                        .toList());
    }

    /** Reads the next row; what it says anew is judged with the others. */
    void read(Entry entry) {
        int number = entry.number("positionNo", "1", String.valueOf(CampaignManagement.MOST_POSITIONS), 0)
                .intValue();
        Position.Terms terms = terms(entry);
        AuthorisedPost post = posts.get(entry.text("authorisedPost", 50));
        if (!entry.faulty() && !numbers.add(number)) {
            entry.fault("positionNo", "duplicate-key", campaign.id() + " " + number);
        }
        if (entry.faulty()) {
            return;
        }
        Optional<Position> known =
                campaign.positions().stream().skip(number - 1L).findFirst();
        boolean same = post != null
                && known.filter(one -> one.terms().equals(terms)
                                && one.authorisedPost().equals(post.id()))
                        .isPresent();
        if (same) {
            unchanged++;
        } else {
            told(entry, number, known, post, terms);
        }
    }

    private void told(
            Entry entry, int number, Optional<Position> known, @Nullable AuthorisedPost post, Position.Terms terms) {
        if (campaign.progress().state() != Campaign.State.DRAFT) {
            entry.fault(
                    "campaignId",
                    "recruitment.state",
                    campaign.id(),
                    campaign.progress().state().code());
        } else if (post == null || !scope.permits(post.institution().code())) {
            entry.fault("authorisedPost", "unknown-post", entry.key("authorisedPost"));
        } else {
            Position wanted = Position.of(post, terms);
            told.add(new Row(
                    entry, number, known.map(before -> wanted.as(before.id())).orElse(wanted)));
        }
    }

    /** The lines of the establishment of which rows want to offer something else than the draft does. */
    Set<UUID> lines() {
        return told.stream().map(row -> row.wanted().authorisedPost()).collect(Collectors.toSet());
    }

    /** Takes all rows that the vacancies of their lines allow together; those that go beyond get a fault, one after the other. */
    void judge(Vacancies.Left left) {
        do {
            positions = new ArrayList<>(campaign.positions());
            told.removeIf(row -> !put(row));
        } while (refused(left));
    }

    /** Takes a row; one that would leave a gap gets a fault. */
    private boolean put(Row row) {
        if (row.number() > positions.size() + 1) {
            row.entry().fault("positionNo", "recruitment.position-gap", positions.size() + 1);
            return false;
        }
        if (row.number() > positions.size()) {
            positions.add(row.wanted());
        } else {
            positions.set(row.number() - 1, row.wanted());
        }
        return true;
    }

    /**
     * Faults the row with which too much is promised of a line; false when there is none. Lines that no row names are judged when the draft is
     * published.
     */
    private boolean refused(Vacancies.Left left) {
        for (Fault objection : left.objections(positions)) {
            Optional<Row> row = beyond(Integer.parseInt(objection.field().split("/", -1)[1]));
            if (row.isPresent()) {
                row.get()
                        .entry()
                        .fault("openings", objection.code(), objection.args().toArray());
                return told.remove(row.get());
            }
        }
        return false;
    }

    /** The row of this position, or else the last one that names its line. */
    private Optional<Row> beyond(int at) {
        UUID line = positions.get(at).authorisedPost();
        return told.stream().filter(row -> row.number() == at + 1).findFirst().or(() -> told.reversed().stream()
                .filter(row -> row.wanted().authorisedPost().equals(line))
                .findFirst());
    }

    Taken taken() {
        long added = told.stream()
                .filter(row -> row.number() > campaign.positions().size())
                .count();
        return new Taken(added, told.size() - added, unchanged);
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
        return !told.isEmpty();
    }

    List<Position> positions() {
        return positions;
    }
}
