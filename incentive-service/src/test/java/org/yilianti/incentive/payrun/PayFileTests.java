package org.yilianti.incentive.payrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yilianti.incentive.directory.Institutions;
import org.yilianti.incentive.directory.Members;
import org.yilianti.incentive.directory.ServiceRecords;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.test.ServiceTest;
import org.yilianti.platform.test.TestApi;
import org.yilianti.platform.test.TestApi.Answer;
import org.yilianti.platform.test.TestCaller;
import tools.jackson.databind.JsonNode;

/** Files for a bank, lines it returns, and their second payment (I9). */
@ServiceTest
class PayFileTests {

    @Autowired
    Institutions institutions;

    @Autowired
    Members members;

    @Autowired
    ServiceRecords records;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private PayMonth month;
    private UUID run;

    @BeforeEach
    void aPaidRunOverThreePeople() {
        month = new PayMonth(port, institutions, members, records);
        UUID place = month.institution("A", 1000);
        for (String name : List.of("1", "2", "3")) {
            month.service(month.member(name, "junior"), place, "duty", 60, false);
        }
        run = month.paid(3001, place);
    }

    @Test
    void theBankIsInstructedReturnsALineAndItsPersonIsPaidAgain() {
        account("1", "6222020000000001", "张三");
        account("2", "6222020000000002", "=李四");
        JsonNode file = prepare().json();
        assertThat(file.path("lines").asInt()).isEqualTo(2);
        assertThat(file.path("withoutAccount").asInt())
                .as("the third has none yet")
                .isEqualTo(1);
        assertThat(file.path("totalFen").asLong()).isEqualTo(2001);
        String address = "/v1/pay-files/" + file.path("id").asString();
        assertThat(month.officer().get(address + "/content").code())
                .as("nothing leaves before the release")
                .isEqualTo("payout.state");
        assertThat(month.reviewer()
                        .post(address + "/releases", Map.of())
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("released");
        theFileIsWhatTheBankWants(address);

        Answer returned = month.officer()
                .post(address + "/returns", Map.of("items", List.of(Map.of("line", 2, "reason", "户名不符"))));
        assertThat(returned.status()).as(returned.body()).isEqualTo(200);
        assertThat(owed("2")).as("owed again").isEqualTo(1000);
        JsonNode line = month.auditor()
                .get(address + "/lines?returned=true")
                .json()
                .path("items")
                .path(0);
        assertThat(line.path("returnReason").asString()).isEqualTo("户名不符");
        assertThat(line.path("account").asString()).isEqualTo("****0002");

        account("2", "6222020000000022", "李四", 1);
        account("3", "6222020000000003", "王五");
        JsonNode second = prepare().json();
        assertThat(second.path("lines").asInt())
                .as("the returned one and the late one")
                .isEqualTo(2);
        String again = "/v1/pay-files/" + second.path("id").asString();
        assertThat(month.reviewer().post(again + "/releases", Map.of()).status())
                .isEqualTo(200);
        assertThat(owed("2")).isZero();
        assertThat(owed("3")).as("its cash was booked with the run").isZero();
        assertThat(prepare().code()).as("nobody is left").isEqualTo("payout.nobody-to-pay");
        theLedgerBalances(file.path("id").asString(), second.path("id").asString());
    }

    private void theFileIsWhatTheBankWants(String address) {
        Answer csv = month.officer().get(address + "/content");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Cache-Control")).isEqualTo("no-store");
        assertThat(csv.body().lines().toList())
                .containsExactly(
                        "\uFEFF序号,收款人户名,收款人账号,开户行,行号,金额（元）,币种,用途,工号",
                        "1,张三,6222020000000001,县支行,102100000001,10.01,CNY,绩效工资 2026-10," + month.staffNo("1"),
                        "2,'=李四,6222020000000002,县支行,102100000001,10.00,CNY,绩效工资 2026-10," + month.staffNo("2"));
        Answer xlsx = month.officer().get(address + "/content?format=xlsx");
        assertThat(xlsx.body()).startsWith("PK");
        assertThat(month.officer().get(address + "/content?format=doc").code()).isEqualTo("sheet.format-unknown");
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'pay-file.downloaded' and subject_id = ?")
                        .param(address.substring(address.lastIndexOf('/') + 1))
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql(
                                "select count(*) from pay_file_line where hex(account_sealed) like concat('%', hex('622202'), '%')")
                        .query(Integer.class)
                        .single())
                .as("numbers are sealed")
                .isZero();
    }

    private void theLedgerBalances(String... files) {
        assertThat(jdbc.sql("select sum(debit_fen) - sum(credit_fen) from ledger_line")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select amount_fen from ledger_entry where kind = 'pay-repaid' and source_id = ?")
                        .param(Ids.bytes(UUID.fromString(files[1])))
                        .query(Long.class)
                        .single())
                .isEqualTo(1000);
        assertThat(jdbc.sql("select count(*) from ledger_entry where source_id = ?")
                        .param(Ids.bytes(UUID.fromString(files[0])))
                        .query(Integer.class)
                        .single())
                .as("the first attempt was booked when the run was paid")
                .isZero();
    }

    @Test
    void twoPeopleStandBehindEachFileAndNeitherChoseAnAccountOfIt() {
        account("1", "6222020000000001", "张三");
        String address = "/v1/pay-files/" + prepare().id();
        TestApi preparer = both("payroll");
        assertThat(preparer.post(address + "/releases", Map.of()).code()).isEqualTo("payout.releaser-prepared");
        both("eve").put("/v1/payee-accounts/" + month.staffNo("2"), details("6222029999999999", "eve"), "\"0\"");
        month.officer().post(address + "/discards", Map.of());
        String other = "/v1/pay-files/" + prepare().id();
        Answer refused = both("eve").post(other + "/releases", Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("payout.releaser-entered-account");
        assertThat(month.reviewer().post(other + "/releases", Map.of()).status())
                .isEqualTo(200);
        assertThat(month.reviewer().post(address + "/releases", Map.of()).code())
                .as("a discarded file stays so")
                .isEqualTo("payout.state");
    }

    @Test
    void aStormOfFilesAndReturnsSendsAndTakesBackOnce() throws Exception {
        account("1", "6222020000000001", "张三");
        try (ExecutorService storm = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(successes(storm, () -> prepare().status(), 201)).isEqualTo(1);
        }
        String address = "/v1/pay-files/"
                + month.auditor()
                        .get("/v1/pay-files?run=" + run)
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString();
        month.reviewer().post(address + "/releases", Map.of());
        Map<String, Object> back = Map.of("items", List.of(Map.of("line", 1, "reason", "closed")));
        try (ExecutorService storm = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(successes(
                            storm,
                            () -> month.officer()
                                    .post(address + "/returns", back)
                                    .status(),
                            200))
                    .isEqualTo(1);
        }
        assertThat(owed("1")).isEqualTo(1001);
    }

    private static long successes(ExecutorService storm, java.util.concurrent.Callable<Integer> request, int success)
            throws Exception {
        List<Future<Integer>> answers =
                IntStream.range(0, 8).mapToObj(i -> storm.submit(request)).toList();
        long count = 0;
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isIn(success, 409, 422);
            count += answer.get() == success ? 1 : 0;
        }
        return count;
    }

    @Test
    void whatTheBankCannotHaveReturnedIsRefusedAndNothingIsTakenBack() {
        account("1", "6222020000000001", "张三");
        String address = "/v1/pay-files/" + prepare().id();
        Map<String, Object> first = Map.of("line", 1, "reason", "closed");
        assertThat(month.officer()
                        .post(address + "/returns", Map.of("items", List.of(first)))
                        .code())
                .as("it was not sent")
                .isEqualTo("payout.state");
        month.reviewer().post(address + "/releases", Map.of());
        Answer unknown = month.officer()
                .post(address + "/returns", Map.of("items", List.of(first, Map.of("line", 7, "reason", "?"))));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/items/1");
        assertThat(month.officer()
                        .post(address + "/returns", Map.of("items", List.of(first, first)))
                        .code())
                .isEqualTo("payout.line-repeated");
        assertThat(owed("1")).isZero();
    }

    @Test
    void aReturnFileGivesBackWhatFitsReportsTheRestAndChangesNothingWhenItComesAgain() {
        account("1", "6222020000000001", "张三");
        account("2", "6222020000000002", "李四");
        String address = "/v1/pay-files/" + prepare().id();
        String csv = "序号,收款人账号,金额（元）,退回原因\n1,6222020000000001,10.01,户名不符\n2,6222020000000002,9.99,销户\n9,,,销户\n";
        assertThat(returnFile(address, csv, "").code()).as("it was not sent").isEqualTo("payout.state");
        month.reviewer().post(address + "/releases", Map.of());
        assertThat(returnFile(address, csv, "?dryRun=true")
                        .json()
                        .path("returned")
                        .asInt())
                .isEqualTo(1);
        assertThat(owed("1")).as("only tried").isZero();
        JsonNode taken = returnFile(address, csv, "").json();
        assertThat(taken.path("rows").valueStream().map(one -> one.path("status")
                        .asString()))
                .containsExactly("returned", "rejected", "rejected");
        assertThat(taken.path("rows").path(1).path("code").asString()).isEqualTo("payout.return-amount-differs");
        assertThat(taken.path("rows").path(2).path("message").asString()).contains("9");
        assertThat(owed("1")).isEqualTo(1001);
        assertThat(owed("2")).isZero();
        JsonNode again = returnFile(address, csv, "").json();
        assertThat(again.path("unchanged").asInt()).isEqualTo(1);
        assertThat(again.path("version").asLong())
                .isEqualTo(taken.path("version").asLong());
        assertThat(owed("1")).as("once").isEqualTo(1001);
        assertThat(returnFile(address, "a,b\n1,2\n", "").code()).isEqualTo("payout.return-column-missing");
    }

    private Answer returnFile(String address, String csv, String query) {
        return month.officer()
                .post(address + "/return-files" + query, csv, UUID.randomUUID().toString(), "text/csv");
    }

    @Test
    void whatAPersonIsOwedIsABalanceOfThePeriod() {
        JsonNode people = month.auditor()
                .get("/v1/ledger/periods/2026-10/balances?kind=payable&limit=200")
                .json();
        JsonNode person = people.path("items")
                .valueStream()
                .filter(one -> one.path("account").asString().equals("payable:" + month.staffNo("1")))
                .findFirst()
                .orElseThrow();
        assertThat(person.path("debitFen").asLong()).isEqualTo(1001);
        assertThat(person.path("creditFen").asLong()).isEqualTo(1001);
        assertThat(person.path("closingFen").asLong()).as("granted and paid").isZero();
    }

    @Test
    void anAccountIsEnteredOverTheOneThatWasReadOnly() {
        account("1", "6222020000000001", "张三");
        String address = "/v1/payee-accounts/" + month.staffNo("1");
        assertThat(month.officer()
                        .put(address, details("6222020000000009", "x"), "\"0\"")
                        .status())
                .isEqualTo(412);
        assertThat(month.officer()
                        .put(address, details("62220200000000x9", "x"), "\"1\"")
                        .status())
                .isEqualTo(422);
        assertThat(month.auditor().get(address).json().path("account").asString())
                .isEqualTo("****0001");
    }

    @Test
    void anUnfitBankFileIsNoPolicy() {
        for (List<Map<String, String>> columns : List.of(
                List.of(column("account"), column("amount-yuan")),
                List.of(column("holder"), column("account"), column("amount-yuan"), column("amount-fen")),
                List.of(column("holder"), column("account"), column("amount-yuan"), column("blood-type")))) {
            Map<String, Object> settings = Map.of("header", true, "columns", columns, "purpose", "pay");
            Answer refused = month.admin("maker")
                    .post(
                            "/v1/policies/incentive/bank-file/proposals",
                            Map.of("validFrom", "2026-01-01", "settings", settings, "reason", "new bank"));
            assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        }
    }

    private static Map<String, String> column(String field) {
        return Map.of("field", field, "title", field);
    }

    private TestApi both(String name) {
        return new TestApi(port)
                .as(TestCaller.named(name).with(Role.PAYROLL_OFFICER, "*").with(Role.PAYROLL_REVIEWER, "*"));
    }

    private Answer prepare() {
        return month.officer().post("/v1/pay-runs/" + run + "/pay-files", Map.of());
    }

    private void account(String person, String number, String holder) {
        account(person, number, holder, 0);
    }

    private void account(String person, String number, String holder, int version) {
        Answer entered = month.officer()
                .put("/v1/payee-accounts/" + month.staffNo(person), details(number, holder), "\"" + version + "\"");
        assertThat(entered.status()).as(entered.body()).isEqualTo(200);
    }

    private static Map<String, Object> details(String number, String holder) {
        return Map.of("holder", holder, "bank", "县支行", "bankCode", "102100000001", "account", number);
    }

    private long owed(String person) {
        return jdbc.sql("""
                        select coalesce(sum(credit_fen) - sum(debit_fen), 0) from ledger_line
                        where account_kind = 'payable' and account_reference = ?
                        """).param(month.staffNo(person)).query(Long.class).single();
    }
}
