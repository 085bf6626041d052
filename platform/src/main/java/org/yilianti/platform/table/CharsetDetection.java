package org.yilianti.platform.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * Tells what a text is encoded in while its bytes arrive in pieces: UTF-8, or GB 18030 (which holds GBK and GB 2312) where they are no
 * UTF-8. Bytes that are neither are refused, so that no garbled name is ever stored.
 */
public final class CharsetDetection {

    private final Candidate utf8 = new Candidate(StandardCharsets.UTF_8);
    private final Candidate chinese = new Candidate(Charset.forName("GB18030"));

    /** The charset of a whole text; throws {@link UnreadableTableException} where it is in neither. */
    public static Charset of(byte[] text) {
        CharsetDetection detection = new CharsetDetection();
        detection.check(text, text.length);
        return detection.end();
    }

    /** Takes the next bytes; throws {@link UnreadableTableException} where they fit neither charset. */
    public void check(byte[] piece, int length) {
        utf8.check(piece, length);
        chinese.check(piece, length);
        if (!utf8.fits && !chinese.fits) {
            throw neither();
        }
    }

    /** The charset of the whole; throws {@link UnreadableTableException} where a character is cut off at the end. */
    public Charset end() {
        return Stream.of(utf8, chinese)
                .filter(candidate -> candidate.fits && candidate.rest.length == 0)
                .map(candidate -> candidate.charset)
                .findFirst()
                .orElseThrow(CharsetDetection::neither);
    }

    private static UnreadableTableException neither() {
        return new UnreadableTableException(UnreadableTableException.Reason.CHARSET, null);
    }

    /** A charset that may still be the one. */
    private static final class Candidate {

        private final Charset charset;
        private final CharsetDecoder decoder;
        private final CharBuffer sink = CharBuffer.allocate(8192);
        private byte[] rest = new byte[0];
        private boolean fits = true;

        Candidate(Charset charset) {
            this.charset = charset;
            this.decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
        }

        void check(byte[] piece, int length) {
            if (!fits) {
                return;
            }
            ByteBuffer bytes = ByteBuffer.allocate(rest.length + length)
                    .put(rest)
                    .put(piece, 0, length)
                    .flip();
            CoderResult result;
            do {
                sink.clear();
                result = decoder.decode(bytes, sink, false);
            } while (result.isOverflow());
            fits = !result.isError();
            rest = new byte[fits ? bytes.remaining() : 0];
            bytes.get(rest);
        }
    }
}
