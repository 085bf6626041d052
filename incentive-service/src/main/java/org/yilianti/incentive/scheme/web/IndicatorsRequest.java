package org.yilianti.incentive.scheme.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yilianti.incentive.scheme.NoData;
import org.yilianti.incentive.scheme.SchemeContent;

/** The whole content of a draft, in place of what it has; {@code noData} is block unless given. */
record IndicatorsRequest(
        @NotEmpty @Size(max = 200) List<@Valid @NotNull IndicatorRequest> indicators,
        @Size(max = 100) @Nullable List<@Valid @NotNull GroupRequest> groups,

        @Pattern(regexp = "block|zero|exclude") @Nullable String noData) {

    SchemeContent toContent() {
        return new SchemeContent(
                Objects.requireNonNullElse(groups, List.<GroupRequest>of()).stream()
                        .map(GroupRequest::toGroup)
                        .toList(),
                indicators.stream().map(IndicatorRequest::toIndicator).toList(),
                NoData.of(Objects.requireNonNullElse(noData, "block")));
    }
}
