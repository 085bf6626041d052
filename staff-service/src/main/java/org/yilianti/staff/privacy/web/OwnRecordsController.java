package org.yilianti.staff.privacy.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.member.Member;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.Sight;
import org.yilianti.staff.privacy.CopyManagement;
import org.yilianti.staff.privacy.OwnRecords;

/** A copy of everything the registry keeps of the caller. */
@RestController
class OwnRecordsController {

    private final CopyManagement copies;
    private final MemberDirectory members;
    private final AssociationCalendar calendar;
    private final ProblemFactory texts;
    private final Clock clock;

    OwnRecordsController(
            CopyManagement copies,
            MemberDirectory members,
            AssociationCalendar calendar,
            ProblemFactory texts,
            Clock clock) {
        this.copies = copies;
        this.members = members;
        this.calendar = calendar;
        this.texts = texts;
        this.clock = clock;
    }

    /** One value, with its name in the reader's language. */
    record Field(String code, String name, String value) {}

    /** The rows of one table. */
    record Section(String code, String name, List<List<Field>> entries) {}

    /** The whole copy. */
    record CopyView(String staffNo, Instant madeAt, List<Section> sections) {}

    @GetMapping("/v1/my/registry-records")
    @Requires(Role.STAFF)
    ResponseEntity<CopyView> copy(Caller caller, Locale locale) {
        String staffNo = caller.staffNo();
        if (staffNo == null) {
            throw Refusal.forbidden("copy.no-staff-number");
        }
        Sight themselves = new Sight(InstitutionScope.NONE, staffNo, calendar.today());
        Member member = members.ids(caller.association(), themselves, List.of(staffNo)).values().stream()
                .findFirst()
                .flatMap(id -> members.find(caller.association(), themselves, id))
                .orElseThrow(() -> Refusal.notFound("member.unknown", staffNo));
        List<Section> sections = copies.copy(caller, member).stream()
                .map(kept -> section(kept, locale))
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=registry-records.json")
                .body(new CopyView(staffNo, clock.instant(), sections));
    }

    private Section section(OwnRecords.Kept kept, Locale locale) {
        List<List<Field>> entries = kept.rows().stream()
                .map(row -> row.entrySet().stream()
                        .map(value -> field(value, locale))
                        .toList())
                .toList();
        return new Section(kept.table(), named("table." + kept.table(), kept.table(), locale), entries);
    }

    private Field field(Map.Entry<String, String> value, Locale locale) {
        String column = value.getKey();
        return new Field(column, named("field." + column, column, locale), value.getValue());
    }

    /** The column's own name when nobody has given it another. */
    private String named(String key, String otherwise, Locale locale) {
        String text = texts.text(key, null, locale);
        return text.equals(key) ? otherwise.replace('_', ' ') : text;
    }
}
