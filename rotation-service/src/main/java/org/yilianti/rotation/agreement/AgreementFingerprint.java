package org.yilianti.rotation.agreement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What identifies the content of one version of an agreement: SHA-256 over its canonical text, in hexadecimal. It is printed on every copy;
 * it is computed from what is stored each time, so a copy or a row that has been altered is found out.
 *
 * <p>The canonical text is UTF-8: one line {@code key=value} for each field in a fixed order, each ended by a line feed; in values, backslash
 * and line feed are written as {@code \\} and {@code \n}; what is absent is empty.
 */
public final class AgreementFingerprint {

    private AgreementFingerprint() {}

    /** 64 lower-case hexadecimal digits. */
    public static String of(PracticeAgreement agreement, AgreementVersion version) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(canonical(agreement, version).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    static String canonical(PracticeAgreement agreement, AgreementVersion version) {
        AgreementTerms terms = version.terms();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("format", "yilianti-practice-agreement-1");
        fields.put("agreement", agreement.id());
        fields.put("association", agreement.association());
        fields.put("member", agreement.memberId());
        fields.put("home", agreement.homeInstitutionId());
        fields.put("host", agreement.hostInstitutionId());
        fields.put("version", version.number());
        fields.put("effectiveFrom", version.effectiveFrom());
        fields.put("validFrom", terms.term().from());
        fields.put("validTo", terms.validTo());
        fields.put("weeklyHours", terms.weeklyHours());
        fields.put("tasks", terms.tasks());
        for (int index = 0; index < terms.timetable().size(); index++) {
            put(fields, "session." + index, terms.timetable().get(index));
        }
        fields.put("pay.basis", terms.pay().basis().code());
        fields.put("pay.fen", terms.pay().amount().fen());
        fields.put("pay.note", terms.pay().note());
        fields.put("liability.home", terms.liability().homePercent().toPlainString());
        fields.put("liability.host", terms.liability().hostPercent().toPlainString());
        fields.put("liability.member", terms.liability().memberPercent().toPlainString());
        fields.put("insurance.policy", terms.insurance().policyNumber());
        fields.put("insurance.insurer", terms.insurance().insurer());
        fields.put("insurance.coverFen", terms.insurance().cover().fen());
        fields.put("insurance.validTo", terms.insurance().validTo());
        StringBuilder text = new StringBuilder();
        fields.forEach((key, value) -> text.append(key)
                .append('=')
                .append(Objects.toString(value, "").replace("\\", "\\\\").replace("\n", "\\n"))
                .append('\n'));
        return text.toString();
    }

    private static void put(Map<String, @Nullable Object> fields, String key, TimetableSession session) {
        fields.put(key + ".day", session.day());
        fields.put(key + ".start", session.start());
        fields.put(key + ".end", session.end());
        fields.put(key + ".place", session.place());
        fields.put(key + ".travelMinutes", session.travelMinutes());
        fields.put(key + ".from", session.from());
        fields.put(key + ".to", session.to());
    }
}
