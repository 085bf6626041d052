package org.yilianti.sample;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yilianti.sample.client.Caller;
import org.yilianti.sample.client.Query;
import tools.jackson.databind.JsonNode;

/** Ids and names of institutions and people, looked up by the codes that users know. */
final class Registry {

    private final Caller hr;
    private final Map<String, JsonNode> institutions = new HashMap<>();
    private final Map<String, JsonNode> membersByNumber = new HashMap<>();
    private final Map<String, JsonNode> membersById = new HashMap<>();

    Registry(Caller hr) {
        this.hr = hr;
    }

    String institutionId(String code) {
        return institution(code).get("id").asString();
    }

    String institutionName(String code) {
        return institution(code).path("name").asString("");
    }

    /** The code of an institution known by its id; the id itself when there is none. */
    String institutionCode(String id) {
        loadInstitutions();
        return institutions.entrySet().stream()
                .filter(entry -> entry.getValue().path("id").asString("").equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(id);
    }

    String memberId(String staffNo) {
        return member(staffNo).get("id").asString();
    }

    String memberName(String staffNo) {
        return member(staffNo).path("name").asString("");
    }

    /** The staff number of a member known by their id. */
    String staffNo(String memberId) {
        return membersById
                .computeIfAbsent(memberId, id -> hr.get("/v1/members/" + id).body())
                .path("staffNo")
                .asString("");
    }

    /** Loads the staff of an institution at once, for {@link #staffNo}. */
    void loadStaff(String institution) {
        hr.list("/v1/members?limit=200&institution=" + Query.encode(institution))
                .forEach(member -> membersById.put(member.path("id").asString(""), member));
    }

    private JsonNode institution(String code) {
        loadInstitutions();
        return found(institutions.get(code), "institution " + code);
    }

    private void loadInstitutions() {
        if (institutions.isEmpty()) {
            hr.list("/v1/institutions?limit=200")
                    .forEach(item -> institutions.put(item.path("code").asString(""), item));
        }
    }

    private JsonNode member(String staffNo) {
        return membersByNumber.computeIfAbsent(
                staffNo,
                number -> found(
                        hr.list("/v1/members?staffNo=" + Query.encode(number)).stream()
                                .filter(item ->
                                        item.path("staffNo").asString("").equals(number))
                                .findFirst()
                                .orElse(null),
                        "member " + number));
    }

    private static JsonNode found(@Nullable JsonNode node, String what) {
        if (node == null) {
            throw new IllegalStateException("staff-service does not know " + what + " after the import");
        }
        return node;
    }
}
