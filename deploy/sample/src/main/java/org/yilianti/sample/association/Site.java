package org.yilianti.sample.association;

import java.math.BigDecimal;
import java.util.List;

/**
 * One institution and how many people work there.
 *
 * @param parent code of the township centre of a village clinic, else empty
 * @param partner code of the institution that shares people with this one
 * @param staff number of people whose main institution this is
 */
record Site(
        String code,
        String name,
        String nameEn,
        Tier tier,
        boolean lead,
        int population,
        BigDecimal area,
        BigDecimal latitude,
        BigDecimal longitude,
        String parent,
        String partner,
        int staff) {

    List<String> row() {
        return List.of(
                code,
                name,
                nameEn,
                tier.code(),
                Boolean.toString(lead),
                tier.rural() ? "rural" : "urban",
                Integer.toString(population),
                area.toPlainString(),
                latitude.toPlainString(),
                longitude.toPlainString(),
                parent);
    }
}
