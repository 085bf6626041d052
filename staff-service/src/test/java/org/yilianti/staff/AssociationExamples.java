package org.yilianti.staff;

import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.list;
import static org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example.refused;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.EveryEndpointKeepsToInstitutions.Example;

/** Requests about the membership of one institution, and about who answers for it. */
record AssociationExamples(Registry registry, UUID member, String here) {

    List<Example> all() {
        return Stream.of(memberships(), responsibilities(), departments())
                .flatMap(List::stream)
                .toList();
    }

    /** Called as others' examples call theirs. */
    private List<Example> departments() {
        String path = "/v1/departments";
        Map<String, Object> body = Map.of(
                "institutionCode", here, "code", "IM", "name", "内科", "kind", "clinical", "validFrom", "2000-01-01");
        UUID id = Registry.created(registry.hr().post(path, body));
        String one = path + "/" + id;
        return List.of(
                list("GET " + path, path, id.toString()),
                refused("GET " + path + "/{id}", one, null),
                refused("POST " + path, path, body),
                refused("PUT " + path + "/{id}", one, body),
                refused(
                        "POST " + path + "/{id}/closures",
                        one + "/closures",
                        Map.of("validTo", "2050-01-01", "reason", "test")));
    }

    private List<Example> memberships() {
        String path = "/v1/institution-memberships";
        Map<String, Object> body = Map.of("institutionCode", here, "joinedOn", "2020-01-01", "reason", "test");
        UUID id = Registry.created(registry.as(Role.ASSOCIATION_ADMIN, "*").post(path, body));
        return List.of(
                list("GET " + path, path, id.toString()),
                refused("POST " + path, path, body),
                refused(
                        "POST " + path + "/{id}/endings",
                        path + "/" + id + "/endings",
                        Map.of("leftOn", "2050-01-01", "reason", "test")));
    }

    private List<Example> responsibilities() {
        String units = "/v1/responsibility-units";
        Map<String, Object> body =
                Map.of("level", "leading-group", "institutionCode", here, "name", "test", "validFrom", "2026-01-01");
        UUID id = Registry.created(registry.hr().post(units, body));
        String path = units + "/" + id;
        Map<String, Object> naming =
                Map.of("memberId", member, "duty", "head", "fullTime", false, "validFrom", "2026-01-01");
        UUID named = Registry.created(registry.hr().post(path + "/namings", naming));
        Map<String, Object> end = Map.of("validTo", "2050-01-01", "reason", "test");
        return List.of(
                list("GET " + units, units, id.toString()),
                list("GET " + units + "/gaps", units + "/gaps", "\"" + here + "\""),
                refused("GET " + units + "/{id}", path, null),
                refused("POST " + units, units, body),
                refused("PUT " + units + "/{id}", path, Map.of("name", "other")),
                refused("POST " + units + "/{id}/dissolutions", path + "/dissolutions", end),
                refused("POST " + units + "/{id}/namings", path + "/namings", naming),
                refused(
                        "POST " + units + "/{id}/namings/{naming}/endings",
                        path + "/namings/" + named + "/endings",
                        end));
    }
}
