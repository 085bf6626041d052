package org.yilianti.incentive.scheme.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.yilianti.incentive.scheme.Indicator;

/** A scheme to draft. */
record SchemeRequest(
        @NotBlank @Size(max = 200) String name,
        @NotEmpty @Size(max = 200) List<@Valid IndicatorRequest> indicators) {

    List<Indicator> toIndicators() {
        return indicators.stream().map(IndicatorRequest::toIndicator).toList();
    }
}
