package org.yilianti.staff.recruitment;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Entry;

/** A list of scores as it is judged row by row; touches no database. */
class ScoreSheet {

    private final ExamRules rules;
    private final Map<String, Application> known = new LinkedHashMap<>();
    private final Map<String, Scores> reached = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();

    /** @param known the applications that the rows may name */
    ScoreSheet(ExamRules rules, List<Application> known) {
        this.rules = rules;
        known.forEach(application -> this.known.put(application.id().toString(), application));
    }

    /** Reads a row; whatever is wrong with it is a fault of the entry. */
    void take(Entry entry, String at) {
        String id = entry.text(at + "applicationId", 36);
        ExamPart part = entry.choice(at + "part", ExamPart.class);
        BigDecimal score = entry.number(at + "score", "0", "100", 2);
        Application application = known.get(id);
        if (application != null) {
            enter(entry, at + "applicationId", application, at + "part", part, score);
        } else if (!id.isEmpty()) {
            entry.fault(at + "applicationId", "recruitment.unknown-application", id);
        }
    }

    /**
     * Enters a score of one of the known applications; whatever is wrong with it is a fault of the entry.
     *
     * @param who the field that names the application
     * @param what the field that names the part
     */
    void enter(Entry entry, String who, Application application, String what, ExamPart part, BigDecimal score) {
        judge(entry, what, rules, part, score);
        String id = application.id().toString();
        if (application.state() != Application.State.ELIGIBLE) {
            entry.fault(who, "recruitment.not-eligible", application.state().code());
        } else if (!seen.add(id + part)) {
            entry.fault(what, "repeated", part.code());
        } else if (!entry.faulty()) {
            reached.merge(id, application.scores().with(part, score), (first, more) -> first.with(part, score));
        }
    }

    /** Faults a score of a part that is not held. */
    static void judge(Entry entry, String field, ExamRules rules, ExamPart part, @Nullable BigDecimal score) {
        if (score != null && !rules.exam(part).held()) {
            entry.fault(field, "recruitment.part-not-held", part.code());
        }
    }

    /** The applications with scores that are new, each once. */
    List<Application> changed() {
        return known.entrySet().stream()
                .filter(entry -> reached.containsKey(entry.getKey()))
                .map(entry -> entry.getValue()
                        .scored(reached.getOrDefault(
                                entry.getKey(), entry.getValue().scores())))
                .filter(application -> !known.containsValue(application))
                .toList();
    }
}
