package org.yilianti.sample;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yilianti.sample.client.Caller;
import tools.jackson.databind.JsonNode;

/**
 * Makes records of the registry at one institution, each once: what is there already, perhaps from a month that was cut off on another
 * day, is left as it is.
 *
 * @param staff ids of its people, in the order of staff numbers
 */
record RegistryDesk(Stage stage, String site, List<String> staff) {

    /** A township health centre that takes no part in the duties, the service and the pay of the month. */
    private static final String SITE = "T06";

    static RegistryDesk of(Stage stage) {
        var people = stage.as("hr").list("/v1/members?limit=200&institution=" + SITE);
        return new RegistryDesk(
                stage,
                SITE,
                people.stream().map(member -> member.path("id").asString("")).toList());
    }

    Caller hr() {
        return stage.as("hr");
    }

    /** The one with this place in the order; the same when there are fewer people than places. */
    String person(int place) {
        return staff.get(place % staff.size());
    }

    /** The association's people of one category at the institution, in the order of staff numbers. */
    List<String> of(String category) {
        return hr().list("/v1/members?limit=200&institution=" + site + "&category=" + category).stream()
                .map(member -> member.path("id").asString(""))
                .toList();
    }

    LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    /**
     * The id of a record, made unless the list shows one with this value already.
     *
     * @param list path with a query that narrows it to a few
     */
    String made(String path, String list, String field, Map<String, ?> body) {
        var value = String.valueOf(body.get(field));
        return found(list, field, value)
                .orElseGet(() -> hr().post(path, stage.keys().ofContent(path, body), body)
                        .id());
    }

    /** As {@link #made(String, String, Map)}, by an account that decides it. */
    void madeBy(String account, String path, String field, Map<String, ?> body) {
        var list = path + "?limit=200&institution=" + site;
        if (found(list, field, String.valueOf(body.get(field))).isEmpty()) {
            stage.as(account).post(path, stage.keys().ofContent(path, body), body);
        }
    }

    /** As {@link #made(String, String, String, Map)}, where the list is that of all records. */
    String made(String path, String field, Map<String, ?> body) {
        return made(path, path + "?limit=200&institution=" + site, field, body);
    }

    Optional<String> found(String list, String field, String value) {
        return hr().list(list).stream()
                .filter(item -> item.path(field).asString("").equals(value))
                .findFirst()
                .map(item -> item.path("id").asString(""));
    }

    /** What somebody else decides on a record, or does with it. */
    JsonNode decided(String account, String path, Map<String, ?> body) {
        return stage.as(account)
                .post(path, stage.keys().of("registry", account + path), body)
                .body();
    }

    /** The same of a record that nobody has changed since it was made. */
    void decidedFirst(String account, String path, Map<String, ?> body) {
        stage.as(account).decide(path, stage.keys().of("registry", account + path), "\"1\"", body);
    }
}
