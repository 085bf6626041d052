package org.yilianti.rotation.application.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.application.ApplicationFilter;
import org.yilianti.rotation.application.ApplicationFilter.Order;
import org.yilianti.rotation.application.ApplicationState;

/** Reads which applications are asked for, and in which order; refuses (400) codes that are none. */
final class ApplicationQuery {

    private ApplicationQuery() {}

    static ApplicationFilter filter(
            @Nullable UUID member,
            @Nullable UUID institution,
            @Nullable String state,
            @Nullable Boolean pending,
            String sort) {
        return new ApplicationFilter(member, institution, state(state), pending, order(sort));
    }

    private static @Nullable ApplicationState state(@Nullable String code) {
        try {
            return code == null ? null : ApplicationState.ofCode(code);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.malformed(
                    "request.status-unknown",
                    code,
                    Arrays.stream(ApplicationState.values())
                            .map(ApplicationState::code)
                            .toList());
        }
    }

    private static Order order(String code) {
        return Arrays.stream(Order.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.malformed("request.sort-invalid", List.of("made", "due"), code));
    }
}
