package org.yilianti.rotation.agreement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.web.Cursor;
import org.yilianti.rotation.agreement.AgreementFilter;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.agreement.PracticeAgreements;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.Members;
import org.yilianti.rotation.directory.Sight;
import org.yilianti.rotation.directory.Sights;

/** Gives the list of agreements as a file. */
@RestController
class AgreementExportController {

    private static final Role[] READERS = {Role.REGISTRAR, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN};

    private final PracticeAgreements agreements;
    private final Members members;
    private final Institutions institutions;
    private final Sights sights;

    AgreementExportController(
            PracticeAgreements agreements, Members members, Institutions institutions, Sights sights) {
        this.agreements = agreements;
        this.members = members;
        this.institutions = institutions;
        this.sights = sights;
    }

    /** Those of the list with the same conditions, one a row, with the terms last agreed; people and places by their business numbers. */
    @GetMapping(path = "/v1/practice-agreements/csv", produces = "text/csv")
    @Requires({Role.REGISTRAR, Role.HR_OFFICER, Role.AUDITOR, Role.ASSOCIATION_ADMIN})
    void export(
            @RequestParam @Nullable UUID member,
            @RequestParam @Nullable UUID institution,
            @RequestParam @Nullable String status,
            @RequestParam @Nullable LocalDate endsBefore,
            @RequestParam @Nullable LocalDate insuredBefore,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        Sight sight = sights.inScope(caller, READERS);
        var wanted =
                new AgreementFilter(member, institution, AgreementController.status(status), endsBefore, insuredBefore);
        try (CsvAnswer csv = new CsvAnswer(response, "practice-agreements")) {
            csv.row(
                    "id",
                    "staff_no",
                    "home",
                    "host",
                    "valid_from",
                    "valid_to",
                    "weekly_hours",
                    "tasks",
                    "home_percent",
                    "host_percent",
                    "member_percent",
                    "insurer",
                    "policy_number",
                    "cover_fen",
                    "insured_to",
                    "status",
                    "status_reason",
                    "status_from",
                    "terms_version");
            CsvAnswer.pages(
                    page -> agreements.list(sight, wanted, page),
                    one -> Cursor.of(one.id()),
                    page -> write(csv, caller.association(), page));
        }
    }

    private void write(CsvAnswer csv, UUID association, List<PracticeAgreement> page) {
        Map<UUID, Member> people = members.byId(
                association, page.stream().map(PracticeAgreement::memberId).collect(Collectors.toSet()));
        Map<UUID, Institution> sites = institutions.byId(
                association,
                page.stream()
                        .flatMap(one -> Stream.of(one.homeInstitutionId(), one.hostInstitutionId()))
                        .collect(Collectors.toSet()));
        for (PracticeAgreement one : page) {
            Member member = people.get(one.memberId());
            AgreementTerms terms = one.terms();
            csv.row(
                    one.id(),
                    member == null ? null : member.staffNo(),
                    code(sites, one.homeInstitutionId()),
                    code(sites, one.hostInstitutionId()),
                    terms.term().from(),
                    terms.validTo(),
                    terms.weeklyHours(),
                    terms.tasks(),
                    terms.liability().homePercent().toPlainString(),
                    terms.liability().hostPercent().toPlainString(),
                    terms.liability().memberPercent().toPlainString(),
                    terms.insurance().insurer(),
                    terms.insurance().policyNumber(),
                    terms.insurance().cover().fen(),
                    terms.insurance().validTo(),
                    one.standing().status().code(),
                    one.standing().reason(),
                    one.standing().from(),
                    one.versions().size());
        }
    }

    private static @Nullable String code(Map<UUID, Institution> sites, UUID id) {
        Institution site = sites.get(id);
        return site == null ? null : site.code();
    }
}
