package org.yilianti.rotation.application;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.TestApi;
import tools.jackson.databind.JsonNode;

/** The workflow told again in the simplest way, by its rules and not by its code: strings, sets and a few days. */
final class WorkflowModel {

    private static final List<String> ORDER = List.of("consents", "acceptances", "filings");
    private static final List<String> REACHED = List.of("consented", "accepted", "filed");

    /** Somebody who calls. */
    record Actor(
            String name,
            Map<Role, List<String>> grants,
            @Nullable String staffNo) {

        @Override
        public String toString() {
            return name;
        }

        boolean registrarOf(String code) {
            List<String> codes = grants.getOrDefault(Role.REGISTRAR, List.of());
            return codes.contains("*") || codes.contains(code);
        }

        boolean sees(String code) {
            return registrarOf(code)
                    || grants.getOrDefault(Role.HR_OFFICER, List.of()).contains("*");
        }
    }

    /** Power that was lent. */
    record Lent(
            UUID id,
            String delegator,
            String appointedBy,
            String delegate,
            String code,
            LocalDate until,
            @Nullable UUID parent,
            boolean ofMember) {}

    final String home;
    final String host;
    final List<Actor> actors;
    final List<Lent> delegations = new ArrayList<>();
    final List<String> history = new ArrayList<>();
    LocalDate today = LocalDate.EPOCH;
    String state = "";
    long version;
    private final String member;
    private final Set<String> hands = new HashSet<>();
    private String maker = "";
    private int level;
    private boolean asked;
    private boolean escalated;
    private @Nullable LocalDate remind;
    private @Nullable LocalDate due;
    private @Nullable LocalDate expire;

    WorkflowModel(String home, String host, String member) {
        this.home = home;
        this.host = host;
        this.member = member;
        this.actors = List.of(
                new Actor("hr", Map.of(Role.HR_OFFICER, List.of("*")), null),
                new Actor(
                        "hr-and-registrar", Map.of(Role.HR_OFFICER, List.of("*"), Role.REGISTRAR, List.of("*")), null),
                new Actor("registrar-home", Map.of(Role.REGISTRAR, List.of(home)), null),
                new Actor("registrar-host", Map.of(Role.REGISTRAR, List.of(host)), null),
                new Actor("registrar-all", Map.of(Role.REGISTRAR, List.of("*")), null),
                new Actor("registrar-all-2", Map.of(Role.REGISTRAR, List.of("*")), null),
                new Actor("registrar-else", Map.of(Role.REGISTRAR, List.of("ELSEWHERE")), null),
                new Actor(
                        "admin", Map.of(Role.ASSOCIATION_ADMIN, List.of("*"), Role.HR_OFFICER, List.of("NONE")), null),
                new Actor("doctor", Map.of(Role.STAFF, List.of("*")), member),
                new Actor("doctor-registrar", Map.of(Role.STAFF, List.of("*"), Role.REGISTRAR, List.of("*")), member),
                new Actor("colleague", Map.of(Role.STAFF, List.of("*")), "NOBODY"));
    }

    List<Actor> makers() {
        return actors.stream()
                .filter(actor -> member.equals(actor.staffNo())
                        || actor.grants()
                                .getOrDefault(Role.HR_OFFICER, List.of())
                                .contains("*"))
                .toList();
    }

    boolean pending() {
        return List.of("submitted", "consented", "accepted").contains(state);
    }

    String fittingVerb() {
        return asked ? "answers" : ORDER.get(Math.min(level, 2));
    }

    void made(String by) {
        maker = by;
        hands.clear();
        hands.add(by);
        history.clear();
        version = 1;
        level = 0;
        asked = false;
        state = "submitted";
        history.add("submitted " + by);
        turn();
    }

    /** The status that the service must answer with; when it is 200 the model has taken the step too. */
    int command(Actor actor, String verb, @Nullable Long expectedVersion) {
        if (expectedVersion != null && kind(verb) == null) {
            return 200;
        }
        if (verb.equals("answers") || verb.equals("withdrawals")) {
            return applicant(actor, verb);
        }
        if (!(visible(actor) || lent(actor) || actor.name().equals("admin"))) {
            return 404;
        }
        if (expectedVersion != null && expectedVersion != version) {
            return 412;
        }
        if (ORDER.contains(verb) && ORDER.indexOf(verb) != level) {
            return 409;
        }
        if (asked && !verb.equals("refusals")) {
            return 409;
        }
        return decide(actor, verb);
    }

    private int applicant(Actor actor, String verb) {
        boolean mayCall =
                actor.grants().containsKey(Role.STAFF) || actor.grants().containsKey(Role.HR_OFFICER);
        if (!mayCall) {
            return 403;
        }
        if (!visible(actor)) {
            return 404;
        }
        if (!actor.name().equals(maker) && !member.equals(actor.staffNo())) {
            return 403;
        }
        if (verb.equals("answers") && !asked) {
            return 409;
        }
        if (verb.equals("withdrawals")) {
            close("withdrawn", "withdrawn " + actor.name());
            return 200;
        }
        asked = false;
        boolean before = escalated;
        turn();
        escalated = before;
        due = escalated ? null : due;
        step("answered " + actor.name());
        return 200;
    }

    private int decide(Actor actor, String verb) {
        List<List<String>> powers = powers(actor);
        if (powers.isEmpty() || member.equals(actor.staffNo()) || hands.contains(actor.name())) {
            return 403;
        }
        List<String> chain = powers.stream()
                .filter(hand -> hand.stream().noneMatch(hands::contains))
                .findFirst()
                .orElse(null);
        if (chain == null) {
            return 403;
        }
        if (verb.equals("questions")) {
            asked = true;
            remind = null;
            due = null;
            step("asked " + actor.name());
            return 200;
        }
        hands.add(actor.name());
        hands.addAll(chain);
        if (verb.equals("refusals")) {
            close("refused", "refused " + actor.name());
            return 200;
        }
        state = REACHED.get(level);
        step(state + " " + actor.name());
        level++;
        turn();
        return 200;
    }

    /** The chains by which the actor may decide at this level: an empty one by grant. */
    private List<List<String>> powers(Actor actor) {
        String code = List.of(home, host, "*").get(level);
        List<List<String>> powers = new ArrayList<>();
        if (code.equals("*") ? holdsAll(actor) : actor.registrarOf(code)) {
            powers.add(List.of());
        }
        if (escalated && actor.name().equals("admin")) {
            powers.add(List.of());
        }
        for (Lent lent : chains(actor.name())) {
            if (lent.code().equals(code) || lent.code().equals("*")) {
                List<String> chain = chain(lent);
                if (ofMember(lent)) {
                    chain.add(maker);
                }
                powers.add(chain);
            }
        }
        return powers;
    }

    private static boolean holdsAll(Actor actor) {
        return actor.grants().getOrDefault(Role.REGISTRAR, List.of()).contains("*");
    }

    private boolean visible(Actor actor) {
        return actor.sees(home)
                || actor.sees(host)
                || (member.equals(actor.staffNo()) && actor.grants().containsKey(Role.STAFF));
    }

    private boolean lent(Actor actor) {
        return !chains(actor.name()).isEmpty();
    }

    /** What is lent to the account and holds today, with all its links. */
    private List<Lent> chains(String account) {
        return delegations.reversed().stream()
                .filter(lent -> lent.delegate().equals(account) && holds(lent))
                .toList();
    }

    private boolean holds(@Nullable Lent lent) {
        return lent != null && lent.until().isAfter(today) && (lent.parent() == null || holds(byId(lent.parent())));
    }

    private @Nullable Lent byId(@Nullable UUID id) {
        return delegations.stream()
                .filter(lent -> lent.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** Everybody through whose hands it came; the member, too, when the member is among them. */
    private List<String> chain(@Nullable Lent lent) {
        List<String> chain = new ArrayList<>();
        if (lent != null) {
            chain.addAll(List.of(lent.delegator(), lent.appointedBy()));
            chain.addAll(chain(byId(lent.parent())));
        }
        return chain;
    }

    private boolean ofMember(@Nullable Lent lent) {
        return lent != null && (lent.ofMember() || ofMember(byId(lent.parent())));
    }

    int mayDelegate(Actor from, String to, String code, @Nullable String absent) {
        if (to.equals(from.name()) || to.equals(absent)) {
            return 422;
        }
        if (absent != null || (code.equals("*") ? holdsAll(from) : from.registrarOf(code))) {
            return 201;
        }
        Lent parent = parent(from, code);
        if (parent == null) {
            return 403;
        }
        if (!holds(parent)) {
            return 403;
        }
        List<String> hands = chain(parent);
        return hands.size() >= 6 || hands.contains(to) ? 422 : 201;
    }

    void delegated(UUID id, Actor from, String to, String code, @Nullable String absent, LocalDate until) {
        boolean own = absent != null || (code.equals("*") ? holdsAll(from) : from.registrarOf(code));
        Lent parent = own ? null : parent(from, code);
        delegations.add(new Lent(
                id,
                absent == null ? from.name() : absent,
                from.name(),
                to,
                code,
                until,
                parent == null ? null : parent.id(),
                absent == null && member.equals(from.staffNo())));
    }

    /** The newest that is itself in force, as the service takes it. */
    private @Nullable Lent parent(Actor from, String code) {
        return delegations.reversed().stream()
                .filter(lent ->
                        lent.delegate().equals(from.name()) && lent.until().isAfter(today))
                .filter(lent -> lent.code().equals(code) || lent.code().equals("*"))
                .findFirst()
                .orElse(null);
    }

    void timePassed() {
        while (pending()) {
            if (come(expire)) {
                close("expired", "expired system:calendar");
            } else if (come(due)) {
                remind = null;
                due = null;
                escalated = true;
                step("escalated system:calendar");
            } else if (come(remind)) {
                remind = null;
                step("reminded system:calendar");
            } else {
                return;
            }
        }
    }

    /** The kind of a decision in a bulk call; null for what is none. */
    static @Nullable String kind(String verb) {
        return switch (verb) {
            case "consents" -> "consent";
            case "acceptances" -> "accept";
            case "filings" -> "file";
            case "refusals" -> "refuse";
            case "questions" -> "ask";
            default -> null;
        };
    }

    /** One decision in a bulk call, its result told as the status of a single one. */
    TestApi.Answer bulk(TestApi api, Map<String, Object> one) {
        if (one.get("decision") == null) {
            return api.get("/v1/practice-delegations");
        }
        TestApi.Answer answer = api.post("/v1/practice-applications/decisions", Map.of("items", List.of(one)));
        if (answer.status() != 200) {
            return answer;
        }
        JsonNode item = answer.json().path("items").path(0);
        return new TestApi.Answer(
                item.path("decided").asBoolean()
                        ? 200
                        : status(item.path("code").asString()),
                answer.body(),
                answer.response());
    }

    private static int status(String code) {
        return switch (code) {
            case "application.unknown" -> 404;
            case "request.stale" -> 412;
            case "application.state", "application.closed", "application.question-open" -> 409;
            default -> 403;
        };
    }

    private boolean come(@Nullable LocalDate day) {
        return day != null && !day.isAfter(today);
    }

    private void close(String reached, String line) {
        state = reached;
        remind = null;
        due = null;
        expire = null;
        step(line);
    }

    private void step(String line) {
        version++;
        history.add(line);
    }

    private void turn() {
        escalated = false;
        remind = level < 3 ? after(15) : null;
        due = level < 3 ? after(20) : null;
        expire = level < 3 ? after(60) : null;
    }

    private LocalDate after(int workingDays) {
        LocalDate day = today;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }

    @Override
    public String toString() {
        return state + " v" + version + " hands " + hands + " asked " + asked + " escalated " + escalated + " lent "
                + delegations;
    }
}
