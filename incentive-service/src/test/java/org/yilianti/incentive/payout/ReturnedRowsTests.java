package org.yilianti.incentive.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/** What becomes of each row of a return file (I9). */
class ReturnedRowsTests {

    private static final Map<Integer, PayFileLine> SENT = Map.of(1, line(1, null), 2, line(2, "closed"));

    @Test
    void rowsThatFitAreTakenAndEveryOtherSaysWhyNot() {
        List<List<String>> file = List.of(
                List.of("序号", "收款人账号", "金额（元）", "退回原因"),
                List.of("1", "6222020000001001", "10.01", "户名不符"),
                List.of("1", "", "", "again"),
                List.of("2", "", "", "closed"),
                List.of("", "", "", ""),
                List.of("7", "", "", "?"),
                List.of("one", "", "", "?"));
        assertThat(ReturnedRows.judge(ReturnedRows.read(BankFilePolicy.standard(), file), SENT))
                .extracting(one -> one.row().row(), ReturnedRows.Judged::verdict, ReturnedRows.Judged::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, ReturnedRows.Verdict.RETURNED, null),
                        org.assertj.core.groups.Tuple.tuple(
                                3, ReturnedRows.Verdict.REJECTED, "payout.return-line-repeated"),
                        org.assertj.core.groups.Tuple.tuple(4, ReturnedRows.Verdict.UNCHANGED, null),
                        org.assertj.core.groups.Tuple.tuple(
                                6, ReturnedRows.Verdict.REJECTED, "payout.return-line-unknown"),
                        org.assertj.core.groups.Tuple.tuple(
                                7, ReturnedRows.Verdict.REJECTED, "payout.return-line-invalid"));
    }

    @Test
    void amountAndAccountMustBeThoseThatWereSentWhereTheFileNamesThem() {
        assertThat(code("1", "10.02", "6222020000001001", "r")).isEqualTo("payout.return-amount-differs");
        assertThat(code("1", "ten", "6222020000001001", "r")).isEqualTo("payout.return-amount-differs");
        assertThat(code("1", "10.01", "6222020000009999", "r")).isEqualTo("payout.return-account-differs");
        assertThat(code("1", "10.01", "6222020000001001", " ")).isEqualTo("payout.return-reason-missing");
        assertThat(code("2", "", "", "other")).isEqualTo("payout.return-told-otherwise");
        assertThat(code("1", "10.010", "****1001", "r")).isNull();
    }

    @Test
    void aFileWithoutItsColumnsOrRowsIsRefusedWhole() {
        assertRefused(List.of(List.of("序号", "金额（元）"), List.of("1", "1")), "payout.return-column-missing");
        assertRefused(List.of(List.of("line", "reason")), "payout.return-file-empty");
        assertRefused(Collections.nCopies(ReturnedRows.MOST + 2, List.of("line", "reason")), "payout.return-file-long");
    }

    private static void assertRefused(List<List<String>> file, String code) {
        assertThatThrownBy(() -> ReturnedRows.read(BankFilePolicy.standard(), file))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static @Nullable String code(String line, String amount, String account, String reason) {
        List<List<String>> file =
                List.of(List.of("line", "amount-yuan", "account", "reason"), List.of(line, amount, account, reason));
        return ReturnedRows.judge(ReturnedRows.read(BankFilePolicy.standard(), file), SENT)
                .getFirst()
                .code();
    }

    private static PayFileLine line(int number, @Nullable String reason) {
        return new PayFileLine(
                number, Ids.next(), "S" + number, 1, "holder", "bank", "1", "1001", Money.ofFen(1000 + number), reason);
    }
}
