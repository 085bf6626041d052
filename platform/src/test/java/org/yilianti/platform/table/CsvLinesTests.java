package org.yilianti.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R13, M7, I1: text that people and their spreadsheets send. */
class CsvLinesTests {

    private static final Charset CHINESE = Charset.forName("GB18030");

    private static List<TableLine> all(TableLines lines) {
        try (lines) {
            List<TableLine> all = new ArrayList<>();
            lines.forEachRemaining(all::add);
            return all;
        }
    }

    private static InputStream file(String text, Charset charset) {
        return new ByteArrayInputStream(text.getBytes(charset));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        for (Charset charset : List.of(StandardCharsets.UTF_8, CHINESE)) {
            for (String mark : List.of("", "\uFEFF")) {
                assertThat(all(CsvLines.even(file(mark + "\"序号\",b\n1,\"二\"\n", charset), charset)))
                        .containsExactly(new TableLine(1, List.of("序号", "b")), new TableLine(2, List.of("1", "二")));
            }
        }
        assertThat(all(CsvLines.even(file("", CHINESE), CHINESE))).isEmpty();
    }

    @Test
    void linesAreThoseOfTheFile() {
        String text = "a,b\r\n\r\n1,\"two\nlines\"\r\n3,4";
        assertThat(all(CsvLines.even(file(text, CHINESE), CHINESE)))
                .extracting(TableLine::number)
                .containsExactly(1L, 3L, 5L);
    }

    @Test
    void aLineOfAnotherLengthIsAFaultOnlyWhereAllMustBeEven() {
        assertThat(all(CsvLines.ragged(file("a,b\n1\n1,2,3\n", CHINESE), CHINESE)))
                .extracting(line -> line.cells().size())
                .containsExactly(2, 1, 3);
        assertUnreadable(CsvLines.even(file("a,b\n1\n", CHINESE), CHINESE), UnreadableTableException.Reason.CSV);
    }

    @Test
    void bytesOfAnotherCharsetAreNeverGarbled() {
        String late = "a\n" + "b\n".repeat(20_000) + "护士\n";
        assertUnreadable(
                CsvLines.even(file(late, CHINESE), StandardCharsets.UTF_8), UnreadableTableException.Reason.CHARSET);
        assertThatThrownBy(() -> CsvLines.even(file("护士\n", CHINESE), StandardCharsets.UTF_8))
                .isInstanceOfSatisfying(UnreadableTableException.class, unreadable -> assertThat(unreadable.reason())
                        .isEqualTo(UnreadableTableException.Reason.CHARSET));
    }

    /** A list is as long as it is: what follows is not read before it is asked for. */
    @Test
    void linesAreReadAsTheyAreAskedFor() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }

            @Override
            public int read(byte[] bytes, int start, int length) throws IOException {
                for (int i = start; i < start + length; i += 2) {
                    bytes[i] = 'a';
                    bytes[Math.min(i + 1, start + length - 1)] = '\n';
                }
                return length;
            }
        };
        try (CsvLines lines = CsvLines.ragged(endless, StandardCharsets.UTF_8)) {
            assertThat(lines.next().cells()).hasSize(1);
            assertThat(lines.hasNext()).isTrue();
        }
    }

    private static void assertUnreadable(CsvLines lines, UnreadableTableException.Reason reason) {
        assertThatThrownBy(() -> all(lines))
                .isInstanceOfSatisfying(UnreadableTableException.class, unreadable -> assertThat(unreadable.reason())
                        .isEqualTo(reason));
    }
}
