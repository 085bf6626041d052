package org.yilianti.sample.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTests {

    private static final Patience SHORT = new Patience(Duration.ofMillis(50), Duration.ofMillis(1));

    @Test
    void whatIsWaitedForIsGivenAsSoonAsItIsSeen() {
        var looks = new AtomicInteger();

        assertThat(SHORT.until("three", looks::incrementAndGet, seen -> seen == 3))
                .isEqualTo(3);
    }

    @Test
    void theErrorSaysWhatWasWaitedForAndWhatWasSeenLast() {
        assertThatThrownBy(() -> SHORT.until("the moon", () -> "clouds", "moon"::equals))
                .isInstanceOf(Patience.ImpatientException.class)
                .hasMessageContaining("for the moon")
                .hasMessageContaining("last seen: clouds");
    }
}
