package org.yilianti.platform.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.yilianti.platform.database.Transience;

/** Reads Kafka in batches: applies, or parks what can never be applied, or fails transiently and is called again. */
class InboxListener implements BatchMessageListener<String, byte[]> {

    private static final Logger log = LoggerFactory.getLogger(InboxListener.class);

    private final EventDispatcher dispatcher;
    private final ParkedEvents parked;
    private final Clock clock;
    private volatile @Nullable Instant failingSince;

    InboxListener(EventDispatcher dispatcher, ParkedEvents parked, Clock clock) {
        this.dispatcher = dispatcher;
        this.parked = parked;
        this.clock = clock;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
        try {
            apply(records);
            failingSince = null;
        } catch (RuntimeException failure) {
            if (failingSince == null) {
                failingSince = clock.instant();
            }
            throw failure;
        }
    }

    /** How long the current batch has been failing; zero when it is not. */
    Duration failingFor() {
        Instant since = failingSince;
        return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
    }

    private void apply(List<ConsumerRecord<String, byte[]>> records) {
        List<Incoming> applicable = applicable(records);
        try {
            dispatcher.apply(applicable);
        } catch (RuntimeException failure) {
            if (Transience.isTransient(failure)) {
                throw failure;
            }
            log.warn(
                    "a batch of {} events failed; applying them one by one to find the cause",
                    applicable.size(),
                    failure);
            applyOneByOne(applicable);
        }
    }

    private List<Incoming> applicable(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, Set<String>> blocked = parked.isEmpty() ? new HashMap<>() : blockedKeys(records);
        List<Incoming> applicable = new ArrayList<>(records.size());
        for (ConsumerRecord<String, byte[]> origin : records) {
            if (isBlocked(blocked, origin) && parked.parkBehind(origin)) {
                continue;
            }
            try {
                Incoming event = Incoming.read(origin);
                dispatcher.subscriptionFor(event);
                applicable.add(event);
            } catch (RuntimeException unreadable) {
                park(blocked, origin, unreadable);
            }
        }
        return applicable;
    }

    private void applyOneByOne(List<Incoming> events) {
        Map<String, Set<String>> blocked = new HashMap<>();
        for (Incoming event : events) {
            if (isBlocked(blocked, event.origin()) && parked.parkBehind(event.origin())) {
                continue;
            }
            try {
                dispatcher.apply(List.of(event));
            } catch (RuntimeException failure) {
                if (Transience.isTransient(failure)) {
                    throw failure;
                }
                park(blocked, event.origin(), failure);
            }
        }
    }

    private void park(Map<String, Set<String>> blocked, ConsumerRecord<String, byte[]> origin, RuntimeException cause) {
        log.error(
                "parked: topic {} partition {} offset {}", origin.topic(), origin.partition(), origin.offset(), cause);
        parked.park(origin, reason(cause));
        String key = ParkedEvents.keyOf(origin);
        if (key != null) {
            blocked.computeIfAbsent(origin.topic(), topic -> new HashSet<>()).add(key);
        }
    }

    private Map<String, Set<String>> blockedKeys(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, Set<String>> keys = new HashMap<>();
        for (ConsumerRecord<String, byte[]> origin : records) {
            String key = ParkedEvents.keyOf(origin);
            if (key != null) {
                keys.computeIfAbsent(origin.topic(), topic -> new HashSet<>()).add(key);
            }
        }
        keys.replaceAll((topic, all) -> parked.blockedKeys(topic, all));
        return keys;
    }

    private static boolean isBlocked(Map<String, Set<String>> blocked, ConsumerRecord<String, byte[]> origin) {
        String key = ParkedEvents.keyOf(origin);
        return key != null && blocked.getOrDefault(origin.topic(), Set.of()).contains(key);
    }

    /** What people may see of the cause: messages of others can hold personal data and stay in the log. */
    private static String reason(RuntimeException cause) {
        return cause instanceof UnreadableEvent
                ? String.valueOf(cause.getMessage())
                : cause.getClass().getSimpleName();
    }
}
