package org.yilianti.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordedTests {

    @Test
    void aTimeThatNoDatabaseKeepsIsTheLastOrFirstOfThose() {
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        assertThat(Recorded.knownAtParameter(now)).isEqualTo(Timestamp.from(now));
        assertThat(Recorded.knownAtParameter(Instant.MAX))
                .isAfter(Timestamp.from(now))
                .isBefore("9999-12-31");
        assertThat(Recorded.knownAtParameter(Instant.MIN))
                .isBefore(Timestamp.from(now))
                .isAfter("1899-12-01");
        assertThat(Recorded.knownAtParameter(null)).isNull();
    }
}
