package org.yilianti.staff.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yilianti.staff.Registry.created;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import org.yilianti.staff.Registry;
import org.yilianti.staff.alert.AlertWorker;

/** Contracts through the API (R3). */
@ServiceTest
class ContractServiceTests {

    @Autowired
    AlertWorker alerts;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private Registry registry = new Registry(0, new UUID(0, 0));
    private UUID member = new UUID(0, 0);
    private String contracts = "";

    @BeforeEach
    void somebodyWorksHere() {
        registry = Registry.empty(port);
        registry.institution("T01");
        registry.institution("T02");
        member = registry.physicianAt(1, "T01");
        contracts = "/v1/members/" + member + "/contracts";
    }

    private static Map<String, Object> contract(String kind, Object from, Object to, Object... more) {
        Map<String, Object> contract = new LinkedHashMap<>();
        contract.put("institutionCode", "T01");
        contract.put("kind", kind);
        contract.put("validFrom", String.valueOf(from));
        if (!String.valueOf(to).isEmpty()) {
            contract.put("validTo", String.valueOf(to));
        }
        for (int i = 0; i < more.length; i += 2) {
            contract.put(String.valueOf(more[i]), more[i + 1]);
        }
        return contract;
    }

    private UUID fixedUntil(LocalDate end) {
        return created(registry.hr().post(contracts, contract("fixed-term", "2024-01-01", end)));
    }

    private Answer renewed(UUID id, LocalDate end) {
        return registry.hr()
                .post("/v1/contracts/" + id + "/renewals", Map.of("kind", "fixed-term", "validTo", end.toString()));
    }

    private List<String> openAlerts() {
        alerts.lookAt(registry.association());
        return registry.hr()
                .get("/v1/alerts?kind=contract-end")
                .json()
                .path("items")
                .valueStream()
                .map(alert -> alert.path("subjectId").asString() + " "
                        + alert.path("leadDays").asInt())
                .toList();
    }

    @Test
    void officesAreRemindedOfTheEndOfAContractUntilItIsRenewed_R3() {
        UUID id = fixedUntil(today.plusDays(25));
        assertThat(openAlerts()).containsExactly(id + " 30");
        assertThat(registry.hr().get("/v1/alerts?kind=contract-end").body())
                .contains(today.plusDays(25).toString());
        UUID next = created(renewed(id, today.plusYears(3)));
        assertThat(openAlerts()).isEmpty();
        Answer listed = registry.hr().get(contracts);
        assertThat(listed.json().path("items").path(1).path("id").asString()).isEqualTo(next.toString());
        assertThat(listed.json().path("items").path(1).path("renewsId").asString())
                .isEqualTo(id.toString());
        assertThat(listed.json().path("items").path(1).path("validFrom").asString())
                .isEqualTo(today.plusDays(25).toString());
    }

    @Test
    void theLeadTimesAreTheAssociationsOwnPolicy_R3() {
        UUID id = fixedUntil(today.plusDays(25));
        Answer proposed = registry.as(Role.ASSOCIATION_ADMIN, "*")
                .post(
                        "/v1/policies/staff/contract-terms/proposals",
                        Map.of(
                                "validFrom",
                                "2026-01-01",
                                "settings",
                                Map.of("endLeadDays", List.of(10)),
                                "reason",
                                "too many"));
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        new TestApi(port)
                .as(TestCaller.named("second").with(Role.ASSOCIATION_ADMIN, "*").of(registry.association()))
                .post("/v1/policies/staff/proposals/" + proposed.id() + "/approvals", Map.of());
        assertThat(openAlerts()).isEmpty();
        registry.hr()
                .post(
                        "/v1/contracts/" + id + "/endings",
                        Map.of("validTo", today.plusDays(9).toString(), "reason", "notice"));
        assertThat(openAlerts()).containsExactly(id + " 10");
    }

    @Test
    void whatWasBelievedOfAContractStaysKnown_R3() {
        UUID id = fixedUntil(today.plusYears(1));
        Instant then = Instant.parse(registry.hr()
                .get(contracts)
                .json()
                .path("items")
                .path(0)
                .path("recordedAt")
                .asString());
        Answer corrected = registry.hr()
                .put(
                        "/v1/contracts/" + id,
                        contract("permanent-establishment", "2024-02-01", "", "reason", "read wrong"),
                        "\"1\"");
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
        Answer ended = registry.hr()
                .post("/v1/contracts/" + id + "/endings", Map.of("validTo", today.toString(), "reason", "notice"));
        assertThat(ended.json().path("revision").asInt()).as(ended.body()).isEqualTo(3);
        assertThat(registry.hr()
                        .get(contracts + "?asOf=2024-01-15")
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(registry.hr()
                        .get(contracts + "?asOf=2024-01-15&knownAt=" + then.plusNanos(1000))
                        .body())
                .contains("fixed-term", today.plusYears(1).toString());
        assertThat(registry.hr()
                        .get("/v1/contracts/" + id + "/revisions")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void aContractIsRenewedOnceHoweverManyTryTogether_R3() throws Exception {
        UUID id = fixedUntil(today.plusDays(25));
        try (var many = Executors.newFixedThreadPool(6)) {
            List<Callable<Integer>> requests = Stream.generate(() -> (Callable<Integer>)
                            () -> renewed(id, today.plusYears(3)).status())
                    .limit(6)
                    .toList();
            assertThat(many.invokeAll(requests).stream().map(Future::resultNow))
                    .containsOnlyOnce(201)
                    .allMatch(status -> status == 201 || status == 409);
        }
        UUID open = created(registry.hr().post(contracts, contract("open-ended", today.plusYears(5), "")));
        assertThat(renewed(open, today.plusYears(9)).code()).isEqualTo("contract.without-end");
    }

    @Test
    void whatCannotBeIsRefusedWithItsReason() {
        assertThat(registry.hr()
                        .post(contracts, contract("fixed-term", "2024-01-01", ""))
                        .body())
                .contains("term-required");
        assertThat(registry.hr()
                        .post(contracts, contract("fixed-term", "2024-01-01", "2023-01-01"))
                        .body())
                .contains("period-inverted");
        assertThat(registry.hr()
                        .post(contracts, contract("forever", "2024-13-01", ""))
                        .body())
                .contains("unknown-value", "invalid-date");
        assertThat(registry.hr()
                        .post(contracts, contract("open-ended", "2024-01-01", "", "institutionCode", "T99"))
                        .body())
                .contains("unknown-institution");
        UUID id = fixedUntil(today.plusYears(1));
        assertThat(registry.hr()
                        .post(contracts, contract("dispatched", "2023-01-01", "2024-01-02"))
                        .body())
                .contains("contract-overlaps");
        created(registry.hr().post(contracts, contract("dispatched", "2023-01-01", "2024-01-01")));
        created(registry.hr()
                .post(contracts, contract("re-employed", "2024-01-01", "2028-01-01", "institutionCode", "T02")));
        assertThat(renewed(id, today.plusYears(1)).body()).contains("period-inverted");
        assertThat(registry.hr()
                        .put(
                                "/v1/contracts/" + id,
                                contract("fixed-term", "2024-01-01", "2027-01-01", "reason", "x"),
                                "\"5\"")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void anotherEmployersContractsAreNeitherSeenNorChanged_R3() {
        UUID id = fixedUntil(today.plusYears(1));
        TestApi strangers = registry.as(Role.HR_OFFICER, "T02");
        assertThat(strangers.get(contracts).status()).isEqualTo(404);
        assertThat(strangers.get("/v1/contracts/" + id + "/revisions").status()).isEqualTo(404);
        assertThat(strangers
                        .post("/v1/contracts/" + id + "/endings", Map.of("validTo", today.toString(), "reason", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(registry.as(Role.HR_OFFICER, "T01")
                        .post(contracts, contract("open-ended", "2024-01-01", "", "institutionCode", "T02"))
                        .status())
                .isEqualTo(403);
        TestApi themselves = new TestApi(port)
                .as(TestCaller.named("shen")
                        .with(Role.STAFF, "T01")
                        .staffNo("S00001")
                        .of(registry.association()));
        assertThat(themselves.get(contracts).body()).contains(id.toString());
        assertThat(themselves.get("/v1/my/registry-records").body()).contains("fixed-term");
    }

    /** R3, V8: an office does not learn of another employer's contract by trying to make one there. */
    @Test
    void aRefusalSaysNothingOfAnotherEmployersContracts_R3() {
        created(registry.hr()
                .post(contracts, contract("re-employed", "2024-03-17", "2028-01-01", "institutionCode", "T02")));
        Answer refused = registry.as(Role.HR_OFFICER, "T01")
                .post(contracts, contract("open-ended", "2025-01-01", "", "institutionCode", "T02"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).doesNotContain("2024-03-17");
    }

    @Test
    void contractsGoOnWithThePersonWhoWasRegisteredTwice_R3() {
        UUID survivor = created(registry.hr().post("/v1/members", Registry.physician(2, "staffNo", "S90002")));
        UUID id = fixedUntil(today.plusYears(1));
        Answer merged = registry.hr()
                .post("/v1/members/" + survivor + "/mergers", Map.of("duplicateId", member, "reason", "same person"));
        assertThat(merged.status()).as(merged.body()).isEqualTo(200);
        assertThat(registry.hr().get("/v1/members/" + survivor + "/contracts").body())
                .contains(id.toString());
    }
}
