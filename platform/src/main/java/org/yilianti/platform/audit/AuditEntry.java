package org.yilianti.platform.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.ids.Ids;

/** A stored row of the trail. */
record AuditEntry(
        long sequence,
        UUID id,
        UUID association,
        Instant occurredAt,
        String actor,
        String action,
        String subjectType,
        String subjectId,
        @Nullable String institutionCode,
        String detail,
        @Nullable String correlationId) {

    /** SHA-256 over the previous row's hash and every field, each with its length so that fields cannot run together. */
    byte[] hash(byte[] previous) {
        MessageDigest digest = sha256();
        digest.update(previous);
        digest.update(Ids.bytes(id));
        digest.update(Ids.bytes(association));
        String[] fields = {
            occurredAt.toString(), actor, action, subjectType, subjectId, institutionCode, detail, correlationId
        };
        for (String field : fields) {
            byte[] bytes = String.valueOf(field).getBytes(StandardCharsets.UTF_8);
            digest.update((byte) (field == null ? 0 : 1));
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
