package org.yilianti.staff.institution;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Entry;

/**
 * What is said about an institution.
 *
 * @param lead leads the association
 * @param population people in its catchment
 * @param areaKm2 zero while not known
 * @param latitude degrees, WGS 84
 * @param longitude degrees, WGS 84
 * @param parentCode the institution it belongs to
 */
public record InstitutionDetails(
        String code,
        String name,
        @Nullable String nameEn,
        Tier tier,
        boolean lead,
        Setting setting,
        int population,
        BigDecimal areaKm2,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable String parentCode) {

    /** Equal numbers are made to look equal, so that an unchanged entry is recognised. */
    public InstitutionDetails {
        areaKm2 = plain(areaKm2);
        latitude = latitude == null ? null : plain(latitude);
        longitude = longitude == null ? null : plain(longitude);
    }

    static InstitutionDetails read(Entry entry) {
        return new InstitutionDetails(
                entry.text("code", 50),
                entry.text("name", 200),
                entry.optionalText("nameEn", 200),
                entry.choice("tier", Tier.class),
                entry.flag("lead"),
                entry.choice("setting", Setting.class),
                entry.number("population", "0", "2000000000", 0).intValue(),
                Objects.requireNonNullElse(entry.optionalNumber("areaKm2", "0", "10000000", 3), BigDecimal.ZERO),
                entry.optionalNumber("latitude", "-90", "90", 6),
                entry.optionalNumber("longitude", "-180", "180", 6),
                entry.optionalText("parentCode", 50));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
