package org.yilianti.staff.tenure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.institution.InstitutionDirectory;
import org.yilianti.staff.institution.Places;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.tenure.ResultBook.Kept;

/**
 * Takes what directors reached from a file, a batch at a time in the import's transaction; that a result counts is a second person's
 * decision, never a file's. Locks people, then tenures, by their ids.
 */
@Component
public class ResultIntake {

    private final TenureRepository tenures;
    private final ResultRepository results;
    private final ResultBook book;
    private final InstitutionDirectory institutions;
    private final MemberDirectory members;
    private final AssociationCalendar calendar;

    ResultIntake(
            TenureRepository tenures,
            ResultRepository results,
            ResultBook book,
            InstitutionDirectory institutions,
            MemberDirectory members,
            AssociationCalendar calendar) {
        this.tenures = tenures;
        this.results = results;
        this.book = book;
        this.institutions = institutions;
        this.members = members;
        this.calendar = calendar;
    }

    /** A term of a post. */
    private record Post(String institution, String post, String from) {}

    /** What a row is about; a year may be written in several ways and is still the same. */
    private record Result(Post post, int year) {}

    /** Records results, and records those anew that nobody has confirmed. */
    public Taken take(Editor editor, List<Entry> entries) {
        Places places = institutions.named(editor, entries, "institutionCode");
        Map<Post, Tenure> known = known(editor, places);
        Map<UUID, List<TenureResult>> kept =
                results.of(known.values().stream().map(Tenure::id).toList());
        TenureRules rules = book.rules(editor);
        List<Kept> written = new ArrayList<>();
        Set<Result> named = new HashSet<>();
        Taken taken = Taken.NOTHING;
        for (Entry entry : entries) {
            boolean own = places.own(entry, "institutionCode").isPresent();
            Post post = new Post(
                    entry.key("institutionCode"),
                    entry.text("post", 100),
                    entry.date("termFrom").toString());
            int year = entry.number("year", "0", "10", 0).intValue();
            if (!entry.faulty() && !named.add(new Result(post, year))) {
                entry.fault(
                        "year",
                        "duplicate-key",
                        String.join(" ", post.institution(), post.post(), post.from(), Integer.toString(year)));
            }
            Tenure tenure = known.get(post);
            if (own && !entry.faulty() && tenure == null) {
                entry.fault("post", "tenure-none", post.post(), post.from());
            }
            if (!entry.faulty() && tenure != null) {
                TenureResult before = result(kept, tenure, year);
                Optional<Kept> next = judged(entry, tenure, year, before)
                        .map(reached -> book.judged(editor, rules, tenure, year, reached));
                next.ifPresent(one -> known.put(post, one.tenure()));
                next.ifPresent(written::add);
                taken = taken.plus(count(entry, next.isPresent(), before));
            }
        }
        book.write(editor, written);
        return taken;
    }

    private static @Nullable TenureResult result(Map<UUID, List<TenureResult>> kept, Tenure tenure, int year) {
        return kept.getOrDefault(tenure.id(), List.of()).stream()
                .filter(result -> result.year() == year)
                .findFirst()
                .orElse(null);
    }

    private static Taken count(Entry entry, boolean kept, @Nullable TenureResult known) {
        if (entry.faulty()) {
            return Taken.NOTHING;
        }
        if (!kept) {
            return new Taken(0, 0, 1);
        }
        return known == null ? new Taken(1, 0, 0) : new Taken(0, 1, 0);
    }

    /** What was reached; empty when the row is faulty or says what is known. */
    private Optional<Map<String, BigDecimal>> judged(
            Entry entry, Tenure tenure, int year, @Nullable TenureResult known) {
        Map<String, BigDecimal> reached = ReachedCell.read(entry, tenure.targets());
        if (entry.faulty() || (known != null && says(known, reached))) {
            return Optional.empty();
        }
        try {
            tenure.requireDue(year, calendar.today());
            if (known != null) {
                known.requireOpen();
            }
            return Optional.of(reached);
        } catch (Refusal refusal) {
            entry.fault("year", refusal);
            return Optional.empty();
        }
    }

    private static boolean says(TenureResult known, Map<String, BigDecimal> reached) {
        return reached.keySet().equals(known.reached().keySet())
                && reached.entrySet().stream()
                        .allMatch(one -> one.getValue()
                                        .compareTo(Objects.requireNonNull(
                                                known.reached().get(one.getKey())))
                                == 0);
    }

    private Map<Post, Tenure> known(Editor editor, Places places) {
        List<Tenure> there = tenures.at(places.byCode().values());
        Sight everybody = Sight.of(InstitutionScope.ALL, calendar.today());
        Map<MemberId, String> directors = members.staffNos(
                editor.association(),
                there.stream().map(Tenure::member).distinct().toList());
        members.hold(editor.association(), everybody, directors.values());
        Map<Post, Tenure> known = new HashMap<>();
        tenures.lockAll(editor.association(), there.stream().map(Tenure::id).toList())
                .forEach(tenure -> known.put(
                        new Post(
                                tenure.institution().code(),
                                tenure.post(),
                                tenure.term().from().toString()),
                        tenure));
        return known;
    }
}
