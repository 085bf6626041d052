package org.yilianti.platform.inbox;

/** An event that can never be applied as it is. */
class UnreadableEvent extends RuntimeException {

    UnreadableEvent(String message) {
        super(message);
    }
}
