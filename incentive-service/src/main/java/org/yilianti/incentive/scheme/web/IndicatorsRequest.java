package org.yilianti.incentive.scheme.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.yilianti.incentive.scheme.Indicator;

/** All indicators of a draft, in place of those it has. */
record IndicatorsRequest(@NotEmpty @Size(max = 200) List<@Valid IndicatorRequest> indicators) {

    List<Indicator> toIndicators() {
        return indicators.stream().map(IndicatorRequest::toIndicator).toList();
    }
}
