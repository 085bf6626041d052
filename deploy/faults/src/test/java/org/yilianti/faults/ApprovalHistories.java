package org.yilianti.faults;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A second opinion on applications: their recorded steps against the one legal order, and who took them. */
final class ApprovalHistories {

    /** Makes one actor take two steps of some application, past the constraints that guard the application itself. */
    static final String SPOIL =
            "update practice_application_step set actor = 'registrar' where state = 'consented' limit 1";

    private static final Pattern LEGAL = Pattern.compile(
            "(submitted )(consented )?(accepted )?(filed |refused |withdrawn )?|submitted refused |refused ");

    private ApprovalHistories() {}

    private record Step(String application, String state, String actor, String now) {}

    static List<String> broken(JdbcClient schema) {
        Map<String, List<Step>> histories = new LinkedHashMap<>();
        schema.sql("""
                        select hex(s.application_id), s.state, s.actor, a.state from practice_application_step s
                        join practice_application a on a.id = s.application_id order by s.application_id, s.position
                        """)
                .query((row, number) ->
                        new Step(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list()
                .forEach(step -> histories
                        .computeIfAbsent(step.application(), id -> new ArrayList<>())
                        .add(step));
        return histories.values().stream()
                .filter(ApprovalHistories::isIllegal)
                .map(steps -> "V5: " + steps)
                .toList();
    }

    private static boolean isIllegal(List<Step> steps) {
        StringBuilder path = new StringBuilder();
        steps.forEach(step -> path.append(step.state()).append(' '));
        boolean ruled = steps.size() == 2 && steps.getLast().state().equals("refused");
        HashSet<String> actors = new HashSet<>();
        boolean sameActor = !ruled && steps.stream().anyMatch(step -> !actors.add(step.actor()));
        return sameActor
                || !LEGAL.matcher(path).matches()
                || !steps.getLast().state().equals(steps.getLast().now());
    }
}
