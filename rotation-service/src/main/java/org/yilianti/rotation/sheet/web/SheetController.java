package org.yilianti.rotation.sheet.web;

import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.time.Era;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.sheet.PersonSheet;
import org.yilianti.rotation.sheet.RosterSheets;
import org.yilianti.rotation.sheet.SheetTable;
import org.yilianti.rotation.sheet.SiteSheet;

/** Shows rosters by site and by person, and hands them out as files. */
@RestController
@RequestMapping("/v1/roster-views")
class SheetController {

    private static final Role[] READERS = {Role.SCHEDULER, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN};

    private final RosterSheets sheets;
    private final Sights sights;
    private final ProblemFactory texts;

    SheetController(RosterSheets sheets, Sights sights, ProblemFactory texts) {
        this.sheets = sheets;
        this.sights = sights;
        this.texts = texts;
    }

    @GetMapping("/sites/{id}")
    @Requires({Role.SCHEDULER, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN})
    SiteSheet site(@PathVariable UUID id, @RequestParam String month, Caller caller) {
        return sheets.ofSite(sights.inScope(caller, READERS), id, Era.month(month))
                .orElseThrow(() -> Refusal.notFound("institution.unknown", id));
    }

    /** The same as a file: csv, xlsx or pdf, in the caller's language. */
    @GetMapping("/sites/{id}/{format}")
    @Requires({Role.SCHEDULER, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN})
    ResponseEntity<byte[]> siteFile(
            @PathVariable UUID id,
            @PathVariable String format,
            @RequestParam String month,
            Locale locale,
            Caller caller) {
        SheetFormat wanted = SheetFormat.of(format);
        return file(wanted, new SheetTables(texts, locale).of(site(id, month, caller)), "roster-" + month);
    }

    @GetMapping("/people/{id}")
    @Requires({Role.SCHEDULER, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    PersonSheet person(@PathVariable UUID id, @RequestParam String month, Caller caller) {
        return sheets.ofPerson(sights.of(caller, READERS), id, Era.month(month))
                .orElseThrow(() -> Refusal.notFound("member.unknown", id));
    }

    /** The same as a file: csv, xlsx or pdf, in the caller's language. */
    @GetMapping("/people/{id}/{format}")
    @Requires({Role.SCHEDULER, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN, Role.STAFF})
    ResponseEntity<byte[]> personFile(
            @PathVariable UUID id,
            @PathVariable String format,
            @RequestParam String month,
            Locale locale,
            Caller caller) {
        SheetFormat wanted = SheetFormat.of(format);
        return file(wanted, new SheetTables(texts, locale).of(person(id, month, caller)), "duties-" + month);
    }

    private static ResponseEntity<byte[]> file(SheetFormat format, SheetTable table, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + format.extension())
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(format.write(table));
    }
}
