package org.yilianti.staff.tenure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.institution.InstitutionRef;
import org.yilianti.staff.tenure.Tenure.Director;
import org.yilianti.staff.tenure.Tenure.Selection;

/** Judges a batch of rows in order, each against what is known with the earlier ones taken; touches no database. */
class TenureBatch {

    private final Editor editor;
    private final TenureRules rules;
    private final Map<String, String> posts;
    private final Instant at;
    private final List<Tenure> known;
    private final Map<Term, Tenure> standing = new HashMap<>();
    private final List<Tenure> recorded = new ArrayList<>();
    private final List<Tenure> aimed = new ArrayList<>();
    private long unchanged;

    /**
     * @param posts names of posts as the table compares them
     * @param tenures at the institutions and of the people of the rows, all locked
     */
    TenureBatch(Editor editor, TenureRules rules, Map<String, String> posts, Collection<Tenure> tenures, Instant at) {
        this.editor = editor;
        this.rules = rules;
        this.posts = posts;
        this.at = at;
        this.known = new ArrayList<>(tenures);
        tenures.stream().filter(tenure -> tenure.ending() == null).forEach(this::stands);
    }

    /** A term of a post, as a row names it. */
    private record Term(InstitutionRef institution, String post, LocalDate from) {}

    /** What a row says that is sound by itself. */
    record Row(Entry entry, Director director, LocalDate from, Selection selection, Targets targets) {}

    void take(Row row) {
        Tenure before = standing.get(
                new Term(row.director().institution(), row.director().post(), row.from()));
        if (before == null) {
            record(row);
        } else {
            aim(row, before);
        }
    }

    private void record(Row row) {
        DatePeriod term = new DatePeriod(row.from(), row.from().plusYears(rules.termYears()));
        List<Tenure> then = known.stream()
                .filter(other -> term.overlaps(other.term().endedAt(other.over())))
                .sorted(Comparator.comparing(other -> other.term().from()))
                .toList();
        Director director = row.director();
        Optional<Tenure> holder =
                then.stream().filter(other -> samePost(other, director)).findFirst();
        Optional<Tenure> second = then.stream()
                .filter(other -> other.member().equals(director.member()))
                .findFirst();
        if (holder.isPresent()) {
            row.entry().fault("post", TenureLedger.postHeld(director.post(), holder.get()));
        } else if (second.isPresent()) {
            row.entry().fault("staffNo", TenureLedger.secondPost(second.get()));
        } else {
            Tenure tenure = Tenure.recorded(director, term, row.selection(), row.targets(), at, editor.name());
            known.add(tenure);
            stands(tenure);
            recorded.add(tenure);
        }
    }

    private boolean samePost(Tenure other, Director director) {
        return other.institution().equals(director.institution())
                && Objects.equals(posts.get(other.post()), posts.get(director.post()));
    }

    /** Only targets that nobody has agreed to change by a file. */
    private void aim(Row row, Tenure before) {
        boolean same = before.member().equals(row.director().member())
                && before.selection().equals(row.selection());
        if (same && before.targets().equals(row.targets())) {
            unchanged++;
        } else if (!same || before.agreement() != null) {
            row.entry().fault("post", "tenure-differs", before.post(), row.from());
        } else {
            aimed.add(before.aiming(row.targets(), at, editor.name()));
        }
    }

    private void stands(Tenure tenure) {
        standing.put(new Term(tenure.institution(), tenure.post(), tenure.term().from()), tenure);
    }

    List<Tenure> recorded() {
        return recorded;
    }

    List<Tenure> aimed() {
        return aimed;
    }

    Taken taken() {
        return new Taken(recorded.size(), aimed.size(), unchanged);
    }
}
