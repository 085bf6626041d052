package org.yilianti.rotation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.EventContract;
import org.yilianti.platform.test.TestEvents;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** staff-service, as far as this service hears it: builds on the contracts' examples and sends them. */
public final class TestStaff {

    private static final JsonMapper JSON = new JsonMapper();

    private final TestEvents events;

    public TestStaff(TestEvents events) {
        this.events = events;
    }

    public UUID institution(String code) {
        return institution(code, Map.of());
    }

    /** As {@link #institution(String)}, with other values for some fields of the event. */
    public UUID institution(String code, Map<String, Object> changes) {
        UUID id = Ids.next();
        ObjectNode body = body("staff.institution-changed.v1", id, 1).put("code", code);
        changes.forEach((field, value) -> body.set(field, JSON.valueToTree(value)));
        events.state("staff.institutions", "staff.institution-changed.v1", id, 1, body.toString());
        return id;
    }

    /** A physician with the title intermediate, in the specialty since 2012, appointed to {@code home} full time. */
    public UUID physician(String staffNo, UUID home) {
        return member(staffNo, home, Map.of());
    }

    /** As {@link #physician}, with other values for some fields of the event. */
    public UUID member(String staffNo, UUID home, Map<String, Object> changes) {
        UUID id = Ids.next();
        member(id, 1, staffNo, home, changes);
        return id;
    }

    public void member(UUID id, long version, String staffNo, UUID home, Map<String, Object> changes) {
        ObjectNode body = body("staff.member-changed.v1", id, version).put("staffNo", staffNo);
        ObjectNode appointment = (ObjectNode) body.withArray("appointments").get(0);
        appointment.put("id", Ids.next().toString()).put("institutionId", home.toString());
        changes.forEach((field, value) -> body.set(field, JSON.valueToTree(value)));
        events.state("staff.members", "staff.member-changed.v1", id, version, body.toString());
    }

    /** An active licence of kind physician, category clinical, valid from 2012 without end. */
    public UUID licence(UUID member) {
        UUID id = Ids.next();
        licence(id, 1, member, active());
        return id;
    }

    public UUID licence(UUID member, Map<String, @Nullable Object> changes) {
        UUID id = Ids.next();
        licence(id, 1, member, changes);
        return id;
    }

    public void licence(UUID id, long version, UUID member, Map<String, @Nullable Object> changes) {
        ObjectNode body = body("staff.licence-changed.v1", id, version).put("memberId", member.toString());
        active().forEach((field, value) -> body.set(field, JSON.valueToTree(value)));
        changes.forEach((field, value) -> body.set(field, JSON.valueToTree(value)));
        events.state("staff.licences", "staff.licence-changed.v1", id, version, body.toString());
    }

    /** A periodic assessment held and, when failed, in force on that day; the same id with a higher version is a change of it. */
    public void assessment(UUID id, long version, UUID member, boolean passed, String heldOn, boolean annulled) {
        ObjectNode body = body("staff.assessment-changed.v1", id, version)
                .put("memberId", member.toString())
                .put("result", passed ? "passed" : "failed")
                .put("heldOn", heldOn)
                .put("suspendedFrom", passed ? null : heldOn)
                .put("annulled", annulled);
        EventContract.assertValid("staff.assessment-changed.v1", body.toString());
        events.state("staff.assessments", "staff.assessment-changed.v1", id, version, body.toString());
    }

    /** A course completed; with {@code annulled} and a higher version, one that never was. */
    public void course(UUID id, long version, UUID member, String title, String earnedOn, boolean annulled) {
        ObjectNode body = body("staff.training-credit-changed.v1", id, version)
                .put("memberId", member.toString())
                .put("source", title)
                .put("earnedOn", earnedOn)
                .put("annulled", annulled);
        EventContract.assertValid("staff.training-credit-changed.v1", body.toString());
        events.state("staff.training-credits", "staff.training-credit-changed.v1", id, version, body.toString());
    }

    /** A leave of absence; {@code to} null while nobody knows the first day back. */
    public void leave(UUID id, long version, UUID member, String from, @Nullable String to, boolean annulled) {
        ObjectNode body = body("staff.leave-changed.v1", id, version)
                .put("memberId", member.toString())
                .put("status", annulled ? "annulled" : "granted")
                .put("validFrom", from)
                .put("validTo", to);
        EventContract.assertValid("staff.leave-changed.v1", body.toString());
        events.state("staff.leaves", "staff.leave-changed.v1", id, version, body.toString());
    }

    public static Map<String, @Nullable Object> active() {
        Map<String, @Nullable Object> fields = new java.util.HashMap<>();
        for (String field : List.of("suspendedFrom", "suspendedTo", "revokedFrom", "statusReason")) {
            fields.put(field, null);
        }
        fields.put("status", "active");
        return fields;
    }

    private static ObjectNode body(String type, UUID id, long version) {
        ObjectNode body = (ObjectNode) JSON.readTree(EventContract.example(type));
        return body.put("id", id.toString()).put("version", version);
    }
}
