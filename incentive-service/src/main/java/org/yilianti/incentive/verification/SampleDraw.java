package org.yilianti.incentive.verification;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.yilianti.platform.ids.Ids;

/** A simple random sample that anybody can draw again: the records whose SHA-256 of seed and id comes first. */
final class SampleDraw {

    private SampleDraw() {}

    /** At most {@code size} of {@code frame}, whose order does not matter; in the order of the draw. */
    static List<UUID> of(byte[] seed, Collection<UUID> frame, int size) {
        record Ticket(UUID id, byte[] hash) {}
        return frame.stream()
                .map(id -> new Ticket(id, hash(seed, id)))
                .sorted(Comparator.comparing(Ticket::hash, Arrays::compareUnsigned))
                .limit(size)
                .map(Ticket::id)
                .toList();
    }

    private static byte[] hash(byte[] seed, UUID id) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(seed);
            return digest.digest(Ids.bytes(id));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
