package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;

/** A fingerprint of a result in canonical form: every share, line and correction with all its factors, one a row, in a fixed order. */
final class ResultDigest {

    private static final Comparator<PayLine> ORDER = Comparator.comparing(
                    (PayLine line) -> line.work().staffNo())
            .thenComparing(line -> line.work().institution());

    private final MessageDigest digest;

    private ResultDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** SHA-256 in hexadecimal. */
    static String of(PayCalculation result) {
        ResultDigest digest = new ResultDigest();
        result.shares().stream()
                .sorted(Comparator.comparing(InstitutionShare::code))
                .forEach(one -> digest.row("share", one.code(), one.pointMinutes(), one.share(), one.amount()));
        result.lines().stream().sorted(ORDER).forEach(digest::line);
        result.corrections().stream()
                .sorted(Correction.ORDER)
                .forEach(one -> digest.row(
                        "correction",
                        one.corrected().value(),
                        one.staffNo(),
                        one.institution(),
                        one.granted(),
                        one.should(),
                        one.taken()));
        return HexFormat.of().formatHex(digest.digest.digest());
    }

    private void line(PayLine line) {
        Work work = line.work();
        row(
                "line",
                work.staffNo(),
                work.institution(),
                work.weightedMinutes(),
                work.quality(),
                work.coefficient(),
                line.pointMinutes(),
                line.amount());
    }

    private void row(Object... fields) {
        StringBuilder row = new StringBuilder();
        for (Object field : fields) {
            row.append(field instanceof BigDecimal number ? plain(number) : field)
                    .append('\t');
        }
        digest.update(row.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
