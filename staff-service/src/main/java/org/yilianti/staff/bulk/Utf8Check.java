package org.yilianti.staff.bulk;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.yilianti.platform.problem.Refusal;

/** Refuses (422) bytes that are no UTF-8 while they arrive in pieces, so that no garbled name is ever stored. */
final class Utf8Check {

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer sink = CharBuffer.allocate(8192);
    private byte[] rest = new byte[0];

    void check(byte[] piece) {
        ByteBuffer bytes = ByteBuffer.allocate(rest.length + piece.length)
                .put(rest)
                .put(piece)
                .flip();
        CoderResult result;
        do {
            sink.clear();
            result = decoder.decode(bytes, sink, false);
        } while (result.isOverflow());
        require(!result.isError());
        rest = new byte[bytes.remaining()];
        bytes.get(rest);
    }

    /** A character may not be cut off at the end. */
    void end() {
        require(rest.length == 0);
    }

    private static void require(boolean wellFormed) {
        if (!wellFormed) {
            throw Refusal.invalid("import.not-utf8");
        }
    }
}
