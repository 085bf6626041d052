package org.yilianti.rotation.programme.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.table.Formulas;
import org.yilianti.platform.web.PageRequest;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.Sights;
import org.yilianti.rotation.programme.PostingFilter;
import org.yilianti.rotation.programme.RotationPosting;
import org.yilianti.rotation.programme.RotationPostings;

/** Hands postings out as a file; a page of them at a time, as the list does. */
@RestController
class PostingFileController {

    private static final List<String> HEADER =
            List.of("id", "staffNo", "home", "host", "from", "to", "agreedTo", "state");

    private final RotationPostings postings;
    private final Members members;
    private final Institutions institutions;
    private final Sights sights;

    PostingFileController(RotationPostings postings, Members members, Institutions institutions, Sights sights) {
        this.postings = postings;
        this.members = members;
        this.institutions = institutions;
        this.sights = sights;
    }

    /** CSV with the codes of people and institutions; {@code to} is exclusive. */
    @GetMapping("/v1/rotation-postings/csv")
    @Requires({Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR, Role.ASSOCIATION_ADMIN})
    ResponseEntity<byte[]> file(
            @RequestParam @Nullable UUID programme,
            @RequestParam @Nullable UUID institution,
            @RequestParam @Nullable String state,
            PageRequest page,
            Caller caller) {
        var sight = sights.inScope(caller, Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR, Role.ASSOCIATION_ADMIN);
        var filter = new PostingFilter(programme, null, institution, PostingController.state(state), null);
        List<RotationPosting> rows = postings.list(sight, filter, page);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rotation-postings.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(("\uFEFF" + csv(caller.association(), rows)).getBytes(StandardCharsets.UTF_8));
    }

    private String csv(UUID association, List<RotationPosting> rows) {
        Map<UUID, Member> people = members.byId(
                association, rows.stream().map(RotationPosting::memberId).toList());
        Set<UUID> sites = new HashSet<>();
        rows.forEach(row -> sites.addAll(List.of(row.homeInstitutionId(), row.hostInstitutionId())));
        Map<UUID, Institution> places = institutions.byId(association, sites);
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADER);
            rows.forEach(row -> csv.writeRecord(Stream.of(
                            row.id(),
                            staffNo(people.get(row.memberId())),
                            code(places.get(row.homeInstitutionId())),
                            code(places.get(row.hostInstitutionId())),
                            row.days().from(),
                            Objects.requireNonNull(row.days().to()),
                            row.agreedTo(),
                            row.state().code())
                    .map(cell -> Formulas.harmless(cell.toString()))
                    .toList()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static String staffNo(@Nullable Member member) {
        return member == null ? "" : member.staffNo();
    }

    private static String code(@Nullable Institution institution) {
        return institution == null ? "" : institution.code();
    }
}
