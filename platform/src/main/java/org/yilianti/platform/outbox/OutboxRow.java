package org.yilianti.platform.outbox;

import java.util.List;

/** A stored row that waits to be sent, with its events in order. */
record OutboxRow(long sequence, List<StoredEvent> events) {}
