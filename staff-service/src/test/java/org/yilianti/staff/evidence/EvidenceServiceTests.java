package org.yilianti.staff.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.yilianti.staff.Registry.created;
import static org.yilianti.staff.Registry.licence;
import static org.yilianti.staff.Registry.physician;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.staff.Registry;
import org.yilianti.staff.agenda.AgendaWorker;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.credential.LicenceId;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.evidence.EvidenceDesk.Answer;
import org.yilianti.staff.evidence.Verdict.Outcome;
import org.yilianti.staff.member.MemberId;
import tools.jackson.databind.JsonNode;

/** Files that prove a licence, a sanction or an assessment (R4, R5). */
@ServiceTest
class EvidenceServiceTests {

    private static final String NAME = "沈文博 执业证.pdf";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AgendaWorker agenda;

    @Autowired
    Policies policies;

    @Autowired
    InfectionManagement infections;

    @Autowired
    AssociationCalendar calendar;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private Registry registry = new Registry(0, new UUID(0, 0));
    private EvidenceDesk desk = new EvidenceDesk(registry);
    private UUID member = new UUID(0, 0);
    private UUID licence = new UUID(0, 0);

    @BeforeEach
    void aPhysicianWithALicence() {
        registry = Registry.empty(port);
        desk = new EvidenceDesk(registry);
        registry.institution("T01");
        registry.institution("T02");
        member = registry.physicianAt(1, "T01");
        licence = created(registry.hr().post("/v1/licences", licence(member, "N1", "T01")));
    }

    private Answer uploaded(String content) {
        return desk.upload("licence", licence, "application/pdf", NAME, SampleFiles.pdf(content));
    }

    private JsonNode listed() {
        return registry.hr()
                .get(EvidenceDesk.address("licence", licence))
                .json()
                .path("items");
    }

    private long pieces() {
        return jdbc.sql("select count(*) from evidence_chunk where association_id = ?")
                .param(Ids.bytes(registry.association()))
                .query(Long.class)
                .single();
    }

    private Answer download(UUID file, Role role) {
        return desk.download(file, desk.caller(role, "T01"));
    }

    private TestApi.Answer withdrawn(UUID file) {
        return registry.hr().post("/v1/evidence-files/" + file + "/withdrawals", Map.of("reason", "wrong person"));
    }

    @Test
    void whatIsUploadedComesBackByteForByteToBeSavedAndEachDownloadIsNoted_R4() {
        byte[] large = SampleFiles.pdf(700_000, 3);
        UUID id =
                desk.upload("licence", licence, "application/pdf", NAME, large).id();
        Answer down = download(id, Role.REGISTRAR);
        assertThat(down.body()).isEqualTo(large);
        assertThat(down.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(down.header("Content-Disposition")).startsWith("attachment;").contains("%E6%B2%88", ".pdf");
        assertThat(down.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(down.header("Cache-Control")).isEqualTo("no-store");
        JsonNode audit = registry.as(Role.AUDITOR, "*")
                .get("/v1/audit-entries/staff?subjectId=" + id)
                .json();
        assertThat(audit.toString())
                .contains("evidence.uploaded", "evidence.downloaded")
                .doesNotContain("沈文博");
        JsonNode file = listed().path(0);
        assertThat(file.path("fileName").asString()).isEqualTo(NAME);
        assertThat(file.path("scan").asString()).isEqualTo("not-scanned");
        assertThat(file.path("size").asInt()).isEqualTo(large.length);
    }

    @Test
    void neitherNameNorContentLiesReadableInTheDatabase_R4() {
        uploaded("readable certificate");
        List<byte[]> stored = jdbc.sql("""
                        select content from evidence_chunk where association_id = :id
                        union all select name_sealed from evidence_file where association_id = :id
                        """)
                .param("id", Ids.bytes(registry.association()))
                .query((row, number) -> row.getBytes(1))
                .list();
        assertThat(stored).hasSize(2);
        assertThat(stored)
                .extracting(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .noneMatch(text -> text.contains("certificate") || text.contains("沈文博") || text.contains("%PDF"));
    }

    @Test
    void picturesAreTakenAndADecisionAndAnAssessmentHaveFilesOfTheirOwn_R5() {
        Map<String, Object> failed = Map.of("licenceId", licence, "heldOn", "2026-01-10", "result", "failed");
        UUID assessment = created(registry.hr().post("/v1/assessments", failed));
        JsonNode sanctions =
                registry.hr().get("/v1/licences/" + licence + "/sanctions").json();
        UUID sanction =
                UUID.fromString(sanctions.path("items").path(0).path("id").asString());
        assertThat(sanctions.path("items").path(0).path("assessmentId").asString())
                .isEqualTo(assessment.toString());
        byte[] png = SampleFiles.picture("png", 40, 30);
        byte[] jpeg = SampleFiles.picture("jpg", 40, 30);
        Answer first = desk.upload("assessment", assessment, "image/png", null, png);
        Answer second = desk.upload("sanction", sanction, "image/jpeg", "决定.JPG", jpeg);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(download(first.id(), Role.AUDITOR).body()).isEqualTo(png);
        assertThat(download(second.id(), Role.AUDITOR).body()).isEqualTo(jpeg);
        assertThat(listed()).as("files of the licence itself").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "application/pdf, a.pdf, '', 422, evidence.empty",
        "application/pdf, a.pdf, 'MZ this is a program', 422, evidence.content-unfit",
        "image/png, a.png, '%PDF-1.7 no picture', 422, evidence.content-unfit",
        "application/pdf, a.exe, '%PDF-1.7', 422, request.invalid",
        "application/pdf, ../a.pdf, '%PDF-1.7', 422, request.invalid",
        "image/gif, a.gif, GIF89a, 415, evidence.media-type",
        "multipart/form-data; boundary=x, a.pdf, '--x--', 415, evidence.media-type",
    })
    void aFileThatIsNotWhatItSaysIsRefusedAndNothingIsKept_R4(
            String mediaType, String name, String content, int status, String code) {
        Answer refused = desk.upload("licence", licence, mediaType, name, content.getBytes(StandardCharsets.UTF_8));
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.json().path("detail").asString()).as("in Chinese").matches(".*[\\u4e00-\\u9fff].*");
        assertThat(listed()).isEmpty();
        assertThat(pieces()).isZero();
    }

    @Test
    void tenMegabytesAreTakenAndMoreIsRefused_R4() {
        byte[] most = SampleFiles.pdf(10 * 1024 * 1024 - 1000, 5);
        assertThat(desk.upload("licence", licence, "application/pdf", null, most)
                        .status())
                .isEqualTo(201);
        byte[] more = SampleFiles.pdf(10 * 1024 * 1024, 6);
        Answer refused = desk.upload("licence", licence, "application/pdf", null, more);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.code()).isEqualTo("evidence.too-large");
        assertThat(listed()).hasSize(1);
    }

    @Test
    void aFileThatBreaksOffOnItsWayLeavesNothing_R4() throws IOException {
        String head = "POST " + EvidenceDesk.address("licence", licence) + " HTTP/1.1\r\nHost: x\r\n"
                + "Authorization: Bearer " + desk.token() + "\r\nIdempotency-Key: broken\r\n"
                + "Content-Type: application/pdf\r\nContent-Length: 2000000\r\n\r\n%PDF-1.7";
        try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), port)) {
            caller.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            caller.shutdownOutput();
            String answer = new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).doesNotStartWith("HTTP/1.1 2").doesNotStartWith("HTTP/1.1 5");
        }
        assertThat(listed()).isEmpty();
        assertThat(pieces()).isZero();
    }

    @Test
    void theSameContentStandsOnceUnderARecordAndSendingItAgainHarmsNothing_G5() {
        Answer first = uploaded("one");
        Answer again = desk.upload("licence", licence, "application/pdf", "other name.pdf", SampleFiles.pdf("one"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(uploaded("two").status()).isEqualTo(201);
        assertThat(listed()).hasSize(2);
        withdrawn(first.id());
        assertThat(uploaded("one").status()).isEqualTo(201);
    }

    @Test
    void onlyTheOwnOfficeAndThePersonSeeAFileAndOnlyTheOfficeAddsOne_R4() {
        UUID id = uploaded("one").id();
        for (Role role : List.of(Role.HR_OFFICER, Role.REGISTRAR, Role.AUDITOR)) {
            assertThat(desk.download(id, desk.caller(role, "T02")).status()).isEqualTo(404);
            assertThat(download(id, role).status()).isEqualTo(200);
        }
        TestCaller both = desk.caller(Role.HR_OFFICER, "T02").with(Role.SCHEDULER, "T01");
        assertThat(desk.download(id, both).status())
                .as("a scheduler reads licences, not scans")
                .isEqualTo(404);
        assertThat(desk.download(id, desk.caller(Role.STAFF).staffNo("S00001")).status())
                .isEqualTo(200);
        assertThat(desk.download(id, desk.caller(Role.STAFF).staffNo("S00002")).status())
                .isEqualTo(404);
        TestApi other = registry.as(Role.HR_OFFICER, "T02");
        assertThat(other.post("/v1/evidence-files/" + id + "/withdrawals", Map.of("reason", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(other.post(EvidenceDesk.address("licence", licence), Map.of())
                        .code())
                .isEqualTo("evidence.owner-unknown");
    }

    @Test
    void aWithdrawnFileIsKeptForAuditorsUntilItsDayAndThenDestroyedWithATrace_R4() {
        UUID id = uploaded("one").id();
        TestApi.Answer gone = withdrawn(id);
        assertThat(gone.json().path("status").asString()).isEqualTo("withdrawn");
        assertThat(gone.json().path("keptUntil").asString())
                .isEqualTo(today.plusYears(5).toString());
        assertThat(withdrawn(id).code()).isEqualTo("evidence.withdrawn");
        assertThat(download(id, Role.HR_OFFICER).code()).isEqualTo("evidence.withdrawn");
        assertThat(download(id, Role.AUDITOR).status()).isEqualTo(200);
        agenda.workOff();
        assertThat(pieces()).isEqualTo(1);

        jdbc.sql("update evidence_file set kept_until = ? where id = ?")
                .params(today, Ids.bytes(id))
                .update();
        jdbc.sql("update agenda_item set due_on = ? where subject_id = ?")
                .params(today, Ids.bytes(id))
                .update();
        agenda.workOff();
        await().untilAsserted(() -> assertThat(pieces()).isZero());
        assertThat(download(id, Role.AUDITOR).code()).isEqualTo("evidence.destroyed");
        JsonNode left = listed().path(0);
        assertThat(left.path("status").asString()).isEqualTo("destroyed");
        assertThat(left.path("fileName").isNull()).isTrue();
        assertThat(left.path("sha256").asString()).hasSize(64);
    }

    @Test
    void aPersonsCopyListsTheirFilesAndAMergedRecordBringsItsOwn_R3() {
        uploaded("one");
        TestApi person =
                new TestApi(port).as(desk.caller(Role.STAFF).staffNo("S00001")).inLanguage("zh");
        assertThat(person.get("/v1/my/registry-records").body()).contains("证明文件", NAME, "application/pdf");
        UUID survivor = created(registry.hr().post("/v1/members", physician(2, "registeredAt", "T01")));
        Map<String, Object> twice = Map.of("duplicateId", member, "reason", "registered twice");
        TestApi.Answer merged = registry.hr().post("/v1/members/" + survivor + "/mergers", twice);
        assertThat(merged.status()).as(merged.body()).isLessThan(300);
        assertThat(listed().path(0).path("memberId").asString()).isEqualTo(survivor.toString());
    }

    @Test
    void anErasedPersonsFilesAreGivenToNobodyAndGoWithTheSealedIdentity_R3() {
        UUID id = uploaded("one").id();
        departed(today.minusYears(1));
        erased();
        assertThat(download(id, Role.AUDITOR).code()).isEqualTo("evidence.person-erased");
        assertThat(listed().path(0).path("fileName").asString()).isEqualTo("evidence.pdf");
        assertThat(listed().path(0).path("keptUntil").asString())
                .isEqualTo(today.plusYears(1).toString());
        assertThat(uploaded("two").code()).isEqualTo("evidence.person-erased");
        assertThat(pieces()).isEqualTo(1);
    }

    @Test
    void whereLawAsksToKeepNothingTheFilesOfAnErasedPersonGoAtOnce_R3() {
        uploaded("one");
        departed(today.minusYears(3));
        erased();
        assertThat(pieces()).isZero();
        assertThat(listed().path(0).path("status").asString()).isEqualTo("destroyed");
    }

    private void departed(LocalDate day) {
        JsonNode appointments =
                registry.hr().get("/v1/members/" + member + "/appointments").json();
        String path = "/v1/appointments/"
                + appointments.path("items").path(0).path("id").asString() + "/endings";
        Map<String, Object> ending = Map.of("validTo", day.toString(), "reason", "left");
        TestApi.Answer ended = registry.hr().send("POST", path, ending);
        assertThat(ended.status()).as(ended.body()).isLessThan(300);
    }

    private void erased() {
        UUID erasure = created(
                registry.hr().post("/v1/members/" + member + "/erasures", Map.of("reason", "asked in writing")));
        TestApi.Answer done = registry.as(Role.ASSOCIATION_ADMIN, "*")
                .send("POST", "/v1/erasures/" + erasure + "/approvals", Map.of());
        assertThat(done.status()).as(done.body()).isEqualTo(200);
    }

    private ExaminedFile examined(VirusScan scanner) {
        EvidenceSettings settings = new EvidenceSettings(null, Duration.ofSeconds(20), DataSize.ofMegabytes(10), 4);
        byte[] content = SampleFiles.pdf("one");
        Editor office = new Editor(registry.association(), "hr-officer", InstitutionScope.ALL);
        EvidenceOwner owner =
                new EvidenceOwner(OwnerKind.LICENCE, licence, new LicenceId(licence), new MemberId(member), "T01");
        return new Examination(settings, scanner, infections, policies, calendar)
                .examine(office, owner, FileType.PDF, null, content.length, new ByteArrayInputStream(content));
    }

    @Test
    void anInfectedFileIsRefusedByTheNameOfWhatIsInIt_R4() {
        try (PretendedClamd daemon = new PretendedClamd("stream: Eicar-Test-Signature FOUND")) {
            Clamd scanner = new Clamd("127.0.0.1", daemon.port(), Duration.ofSeconds(20));
            assertThatThrownBy(() -> examined(scanner)).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.code()).isEqualTo("evidence.infected");
                assertThat(refusal.args()).containsExactly("Eicar-Test-Signature");
            });
        }
        assertThat(listed()).isEmpty();
        String trail = registry.as(Role.AUDITOR, "T01")
                .get("/v1/audit-entries/staff?action=evidence.infected-upload")
                .body();
        assertThat(trail)
                .as("who, what and which signature, though nothing is kept")
                .contains(licence.toString(), "hr-officer", "Eicar-Test-Signature", "sha256");
        try (PretendedClamd daemon = new PretendedClamd("stream: OK")) {
            Clamd scanner = new Clamd("127.0.0.1", daemon.port(), Duration.ofSeconds(20));
            assertThat(examined(scanner).scan()).isEqualTo(Outcome.CLEAN);
        }
    }

    @Test
    void whenTheScannerIsSilentFilesAreRefusedUnlessThePolicyKeepsThemUnscanned_R4() {
        assertThatThrownBy(() -> examined(content -> Verdict.UNAVAILABLE))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.status().value()).isEqualTo(503);
                    assertThat(refusal.code()).isEqualTo("evidence.scanner-silent");
                });
        TestApi one = registry.as(Role.ASSOCIATION_ADMIN, "*");
        TestApi second = new TestApi(port)
                .as(TestCaller.named("second").with(Role.ASSOCIATION_ADMIN, "*").of(registry.association()));
        Map<String, Object> lenient = Map.of(
                "validFrom",
                today.toString(),
                "reason",
                "the scanner is being replaced",
                "settings",
                Map.of("keepUnscanned", true, "keptYears", 5, "filesPerRecord", 20));
        TestApi.Answer proposed = one.post("/v1/policies/staff/evidence-files/proposals", lenient);
        TestApi.Answer decided = second.post("/v1/policies/staff/proposals/" + proposed.id() + "/approvals", Map.of());
        assertThat(decided.status()).as(proposed.body() + decided.body()).isLessThan(300);
        assertThat(examined(content -> Verdict.UNAVAILABLE).scan()).isEqualTo(Outcome.NOT_SCANNED);
    }
}
