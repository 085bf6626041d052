package org.yilianti.sample;

import java.util.List;
import java.util.Map;

/** The bank's part in the quarter: a line comes back, its account is put right, and it is paid again. */
record QuarterBank(QuarterMonth month) {

    private static final String REASON = "账号与户名不符 (account and holder do not match)";
    private static final int RETURNED_LINE = 1;

    /** What came back, and what of it was paid again. */
    record Returned(long returnedFen, long repaidFen) {}

    Returned play(String run) {
        QuarterMonth.people().forEach(this::openAccount);
        var first = file(run, "first");
        var line = first(first);
        stage().as("payroll")
                .post(
                        first + "/returns",
                        key("return"),
                        Map.of("items", List.of(Map.of("line", RETURNED_LINE, "reason", REASON))));
        putRight(line.staffNo());
        var second = file(run, "second");
        return new Returned(line.amountFen(), stage().as("payroll").get(second).number("totalFen"));
    }

    private record Line(String staffNo, long amountFen) {}

    /** A file of all who are owed, released by another person. */
    private String file(String run, String name) {
        var path = "/v1/pay-files/"
                + stage().as("payroll")
                        .post("/v1/pay-runs/" + run + "/pay-files", key(name + "-file"))
                        .id();
        stage().as("reviewer").post(path + "/releases", key(name + "-release"));
        return path;
    }

    private Line first(String file) {
        return stage().as("payroll").list(file + "/lines?limit=200").stream()
                .filter(one -> one.path("line").asInt(0) == RETURNED_LINE)
                .findFirst()
                .map(one -> new Line(
                        one.path("staffNo").asString(""), one.path("amountFen").asLong(0)))
                .orElseThrow(() -> new IllegalStateException("the pay file has no line " + RETURNED_LINE));
    }

    private void openAccount(String staffNo) {
        stage().as("payroll").create(account(staffNo), details(staffNo, "6222020000"));
    }

    private void putRight(String staffNo) {
        var path = account(staffNo);
        if (stage().as("payroll").get(path).number("version") == 1) {
            stage().as("payroll").put(path, path, details(staffNo, "6222029999"));
        }
    }

    private Map<String, String> details(String staffNo, String prefix) {
        return Map.of(
                "holder",
                stage().registry().memberName(staffNo),
                "bank",
                "云岭银行 (invented)",
                "bankCode",
                "999",
                "account",
                prefix + "0" + staffNo.substring(1));
    }

    private static String account(String staffNo) {
        return "/v1/payee-accounts/" + staffNo;
    }

    private Stage stage() {
        return month.stage();
    }

    private String key(String action) {
        return month.keys().of("bank", action);
    }
}
