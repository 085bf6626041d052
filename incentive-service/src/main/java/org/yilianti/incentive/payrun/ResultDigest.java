package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** A fingerprint of a result in canonical form: every share, line and correction with all its factors, one a row, in a fixed order. */
final class ResultDigest {

    private static final Comparator<PayLine> ORDER = Comparator.comparing(
                    (PayLine line) -> line.work().staffNo())
            .thenComparing(line -> line.work().institution());

    private final MessageDigest digest;

    ResultDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** SHA-256 in hexadecimal. */
    static String of(PayCalculation result) {
        ResultDigest digest = new ResultDigest();
        digest.shares(result.shares());
        digest.lines(result.lines());
        digest.corrections(result.corrections());
        return digest.hex();
    }

    /** All shares, first. */
    void shares(List<InstitutionShare> shares) {
        shares.stream()
                .sorted(Comparator.comparing(InstitutionShare::code))
                .forEach(one -> row("share", one.code(), one.pointMinutes(), one.share(), one.amount()));
    }

    /** All lines of some people, after those of people with lower staff numbers. */
    void lines(List<PayLine> lines) {
        lines.stream().sorted(ORDER).forEach(this::line);
    }

    /** All corrections, last. */
    void corrections(List<Correction> corrections) {
        corrections.stream()
                .sorted(Correction.ORDER)
                .forEach(one -> row(
                        "correction",
                        one.corrected().value(),
                        one.staffNo(),
                        one.institution(),
                        one.granted(),
                        one.should(),
                        one.taken()));
    }

    /** The fingerprint of all that was told. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
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
        if (!work.fixed().isZero()) {
            row("fixed", work.staffNo(), work.institution(), work.fixed());
        }
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
