package org.yilianti.platform.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** R13: UTF-8 and GB 18030 are told apart by their bytes, wherever these are cut. */
class CharsetDetectionTests {

    private static final Charset CHINESE = Charset.forName("GB18030");

    private static Charset found(byte[] text, int piece) {
        CharsetDetection detection = new CharsetDetection();
        for (int start = 0; start < text.length; start += piece) {
            byte[] part = Arrays.copyOfRange(text, start, Math.min(text.length, start + piece));
            detection.check(part, part.length);
        }
        return detection.end();
    }

    @Test
    void namesInEitherCharsetAreRecognisedWhereverThePiecesAreCut() {
        String text = "staff_no,name\nS1,沈文博\nS2,𠮷田㐀\n";
        for (int piece = 1; piece < 40; piece++) {
            assertThat(found(text.getBytes(StandardCharsets.UTF_8), piece)).isEqualTo(StandardCharsets.UTF_8);
            assertThat(found(text.getBytes(CHINESE), piece)).isEqualTo(CHINESE);
        }
    }

    @Test
    void plainLatinTextIsUtf8() {
        assertThat(found("code,name\n".getBytes(StandardCharsets.US_ASCII), 3)).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void bytesThatAreNeitherAreRefused() {
        assertThatThrownBy(() -> found(new byte[] {(byte) 0xff, (byte) 0xfe, 'c', 0}, 4))
                .hasMessage("CHARSET");
        byte[] name = "沈".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> found(Arrays.copyOf(name, 1), 1)).hasMessage("CHARSET");
    }
}
