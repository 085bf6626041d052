package org.yilianti.incentive.scheme.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.scheme.IndicatorGroup;

/** A heading above indicators as its author writes it; {@code parent} is left out at the top. */
record GroupRequest(
        @NotBlank @Size(max = 50) String code,
        @NotBlank @Size(max = 200) String name,
        @Size(max = 200) @Nullable String nameEn,

        @NotNull @Pattern(regexp = IndicatorRequest.DECIMAL) String weight,

        @Size(max = 50) @Nullable String parent) {

    IndicatorGroup toGroup() {
        return new IndicatorGroup(code, name, nameEn, new BigDecimal(weight), Objects.requireNonNullElse(parent, ""));
    }
}
