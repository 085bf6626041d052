package org.yilianti.staff.privacy.web;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.member.Member;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.privacy.Disclosure;
import org.yilianti.staff.privacy.DisclosureManagement;
import org.yilianti.staff.privacy.DisclosureRepository;
import org.yilianti.staff.privacy.PersonalField;

/** Showing personal numbers on purpose. */
@RestController
class DisclosureController {

    private final DisclosureManagement management;
    private final DisclosureRepository disclosures;
    private final MemberDirectory members;
    private final AssociationCalendar calendar;
    private final Clock clock;

    DisclosureController(
            DisclosureManagement management,
            DisclosureRepository disclosures,
            MemberDirectory members,
            AssociationCalendar calendar,
            Clock clock) {
        this.management = management;
        this.disclosures = disclosures;
        this.members = members;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What is to be shown, and why. */
    record DisclosureRequest(
            @Nullable List<@Nullable String> fields,
            @Nullable String reason) {}

    /** Where to read what, and until when. */
    record DisclosureView(UUID id, UUID memberId, List<String> fields, Instant until) {

        static DisclosureView of(Disclosure disclosure) {
            return new DisclosureView(
                    disclosure.id(),
                    disclosure.member().value(),
                    disclosure.fields().stream().map(PersonalField::code).toList(),
                    disclosure.until());
        }
    }

    /** What was asked for and is known, by the codes of the fields. */
    record ValuesView(UUID memberId, Map<String, String> values) {}

    /** Answers without the values, since answers to a POST are stored with its Idempotency-Key. */
    @PostMapping("/v1/members/{id}/disclosures")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<DisclosureView> disclose(
            Caller caller, @PathVariable UUID id, @RequestBody DisclosureRequest request) {
        Member member = seen(caller, new MemberId(id)).orElseThrow(() -> Refusal.notFound("member.unknown", id));
        Entry entry = Entry.form("reason", request.reason());
        String reason = entry.text("reason", 500);
        List<PersonalField> fields = fields(entry, request.fields());
        entry.refuseIfFaulty();
        Disclosure disclosure = management.disclose(Editor.of(caller, Role.HR_OFFICER), member.id(), fields, reason);
        return ResponseEntity.created(URI.create("/v1/disclosures/" + disclosure.id()))
                .body(DisclosureView.of(disclosure));
    }

    /** The values, for a few minutes and to whom they were disclosed. */
    @GetMapping("/v1/disclosures/{id}")
    @Requires(Role.HR_OFFICER)
    ResponseEntity<ValuesView> read(Caller caller, @PathVariable UUID id) {
        Refusal unknown = Refusal.notFound("disclosure.unknown", id);
        Disclosure disclosure = disclosures
                .find(caller, id)
                .filter(found -> clock.instant().isBefore(found.until()))
                .orElseThrow(() -> unknown);
        Member member = seen(caller, disclosure.member()).orElseThrow(() -> unknown);
        Map<String, String> values = new LinkedHashMap<>();
        disclosure.fields().forEach(field -> field.of(member.details())
                .ifPresent(value -> values.put(field.code(), value)));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new ValuesView(disclosure.member().value(), values));
    }

    private Optional<Member> seen(Caller caller, MemberId id) {
        return members.find(caller.association(), Sight.of(caller.scope(Role.HR_OFFICER), calendar.today()), id);
    }

    private static List<PersonalField> fields(Entry entry, @Nullable List<@Nullable String> wanted) {
        List<PersonalField> fields = new ArrayList<>();
        if (wanted == null || wanted.isEmpty()) {
            entry.fault("fields", "required");
            return fields;
        }
        List<String> codes = Coded.codes(PersonalField.class);
        for (String code : wanted) {
            if (code == null || !codes.contains(code)) {
                entry.fault("fields", "unknown-value", String.valueOf(code));
            } else if (!fields.contains(Coded.of(PersonalField.class, code))) {
                fields.add(Coded.of(PersonalField.class, code));
            }
        }
        return fields;
    }
}
