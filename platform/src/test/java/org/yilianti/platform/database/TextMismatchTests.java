package org.yilianti.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.UncategorizedSQLException;

class TextMismatchTests {

    @Test
    void aTextThatNoCodeCanHoldIsRecognisedOnBothDatabasesWhateverWrapsIt() {
        assertThat(TextMismatch.isCauseOf(failed(1267))).as("both").isTrue();
        assertThat(TextMismatch.isCauseOf(new IllegalStateException(failed(3854))))
                .as("MySQL")
                .isTrue();
    }

    @Test
    void aWrongStatementIsNobodysMistakeButOurs() {
        assertThat(TextMismatch.isCauseOf(failed(1064))).isFalse();
        assertThat(TextMismatch.isCauseOf(new IllegalStateException())).isFalse();
    }

    private static UncategorizedSQLException failed(int code) {
        return new UncategorizedSQLException("task", "sql", new SQLException("text", "HY000", code));
    }
}
