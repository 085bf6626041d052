package org.yilianti.rotation.notification;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * What is told.
 *
 * @param kind machine code; with {@code notification.} before it, the key of the text
 * @param subjectType noun of what it is about, such as {@code practice-application}
 * @param args values in the text, as text; codes, numbers and dates only
 */
public record Notice(String kind, String subjectType, UUID subjectId, List<String> args) {

    public static Notice of(String kind, String subjectType, UUID subjectId, Object... args) {
        return new Notice(
                kind,
                subjectType,
                subjectId,
                Arrays.stream(args).map(String::valueOf).toList());
    }

    /** The same notice on its way to somebody. */
    public AddressedNotice to(Recipient recipient) {
        return new AddressedNotice(recipient, this);
    }
}
