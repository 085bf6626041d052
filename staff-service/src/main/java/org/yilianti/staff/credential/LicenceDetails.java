package org.yilianti.staff.credential;

import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.staff.entry.Entry;

/**
 * What a licence says.
 *
 * @param scope free code of the specialty it covers, such as {@code internal-medicine}
 * @param mainInstitutionCode the main practice institution it fixes
 */
public record LicenceDetails(
        String number,
        LicenceKind kind,
        PracticeCategory category,
        @Nullable String scope,
        String mainInstitutionCode,
        @Nullable String issuedBy,
        DatePeriod valid) {

    static LicenceDetails read(Entry entry) {
        return new LicenceDetails(
                entry.text("number", 50),
                entry.choice("kind", LicenceKind.class),
                entry.choice("category", PracticeCategory.class),
                entry.optionalText("scope", 100),
                entry.text("mainInstitutionCode", 50),
                entry.optionalText("issuedBy", 200),
                entry.period("validFrom", "validTo"));
    }
}
