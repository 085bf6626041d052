package org.yilianti.incentive.payout.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yilianti.platform.problem.Refusal;

/** What a bank sent back. */
record ReturnRequest(@NotEmpty @Size(max = 5000) List<@Valid @NotNull ReturnedLine> items) {

    /** A line that came back and the bank's reason. */
    record ReturnedLine(
            @Positive int line, @NotBlank @Size(max = 200) String reason) {}

    /** The reasons by line; refuses (422) a line named twice. */
    Map<Integer, String> reasons() {
        Map<Integer, String> reasons = new LinkedHashMap<>();
        for (ReturnedLine one : items) {
            if (reasons.put(one.line(), one.reason()) != null) {
                throw Refusal.invalid("payout.line-repeated", one.line()).at("/items");
            }
        }
        return reasons;
    }
}
