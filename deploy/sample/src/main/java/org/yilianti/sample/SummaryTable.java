package org.yilianti.sample;

import java.io.PrintStream;

/** The month on one screen. */
record SummaryTable(PrintStream out) {

    static void print(MonthSummary month, PrintStream out) {
        new SummaryTable(out).all(month);
    }

    private void all(MonthSummary month) {
        out.println();
        month.imports()
                .forEach((list, done) -> row(
                        "imported 导入 " + list,
                        "%,d of %,d, rejected %d".formatted(done.accepted(), done.total(), done.rejected())));
        var practice = month.practice();
        row(
                "applications 多点执业申请",
                "%d: %d filed, %d refused by rule (%s), %d refused by a person"
                        .formatted(
                                practice.applied(),
                                practice.filed(),
                                practice.refusedByRule(),
                                practice.ruleReasons(),
                                practice.refusedByPerson()));
        row(
                "duties 排班",
                "%,d planned, %d unmet"
                        .formatted(month.roster().planned(), month.roster().unmet()));
        row(
                "suspension 执业暂停",
                "%d duties released, %d open, after %.1f s"
                        .formatted(
                                month.suspension().released(),
                                month.suspension().open(),
                                month.suspension().seconds()));
        var service = month.service();
        row(
                "service records 服务记录",
                "%,d reported, %,d recorded, %d rejected, %d flagged, %,d confirmed"
                        .formatted(
                                service.reported(),
                                service.recorded(),
                                service.rejected(),
                                service.flagged(),
                                service.confirmed()));
        pay(month.pay());
    }

    private void pay(MonthSummary.Pay pay) {
        row("scores 考核得分", pay.scores().toString());
        row(
                "performance pay 绩效工资",
                "pool %s, paid %s in %d statements%s"
                        .formatted(
                                Statement.yuan(pay.poolFen()),
                                Statement.yuan(pay.paidFen()),
                                pay.statements(),
                                pay.poolFen() == pay.paidFen() ? "" : ", NOT EQUAL"));
        row("ledger 总账", "balance " + Statement.yuan(pay.ledgerBalanceFen()));
        out.println();
        out.println(pay.explained());
    }

    /** Chinese characters are two columns wide. */
    private void row(String label, String value) {
        int width = label.codePoints()
                .map(character -> Character.isIdeographic(character) ? 2 : 1)
                .sum();
        out.println("  " + label + " ".repeat(Math.max(1, 34 - width)) + value);
    }
}
