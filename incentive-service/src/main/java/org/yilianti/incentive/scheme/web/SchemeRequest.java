package org.yilianti.incentive.scheme.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.scheme.SchemeContent;

/** A scheme to draft; {@code noData} is block unless given. */
record SchemeRequest(
        @NotBlank @Size(max = 200) String name,
        @NotEmpty @Size(max = 200) List<@Valid @NotNull IndicatorRequest> indicators,
        @Size(max = 100) @Nullable List<@Valid @NotNull GroupRequest> groups,

        @Pattern(regexp = "block|zero|exclude") @Nullable String noData) {

    SchemeContent toContent() {
        return new IndicatorsRequest(indicators, groups, noData).toContent();
    }
}
