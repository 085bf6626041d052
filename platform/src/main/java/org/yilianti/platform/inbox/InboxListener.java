package org.yilianti.platform.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.transaction.TransactionException;

/** Reads Kafka in batches: applies, or parks what can never be applied, or fails transiently and is called again. */
class InboxListener implements BatchMessageListener<String, byte[]> {

    private static final Logger log = LoggerFactory.getLogger(InboxListener.class);

    private final EventDispatcher dispatcher;
    private final ParkedEvents parked;

    InboxListener(EventDispatcher dispatcher, ParkedEvents parked) {
        this.dispatcher = dispatcher;
        this.parked = parked;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
        List<Incoming> applicable = applicable(records);
        try {
            dispatcher.apply(applicable);
        } catch (RuntimeException failure) {
            if (isTransient(failure)) {
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
            if (isBlocked(blocked, origin)) {
                parked.park(origin, "waits behind an earlier parked event of the same key");
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
            if (isBlocked(blocked, event.origin())) {
                parked.park(event.origin(), "waits behind an earlier parked event of the same key");
                continue;
            }
            try {
                dispatcher.apply(List.of(event));
            } catch (RuntimeException failure) {
                if (isTransient(failure)) {
                    throw failure;
                }
                park(blocked, event.origin(), failure);
            }
        }
    }

    private void park(Map<String, Set<String>> blocked, ConsumerRecord<String, byte[]> origin, RuntimeException cause) {
        log.error(
                "parked: topic {} partition {} offset {}", origin.topic(), origin.partition(), origin.offset(), cause);
        parked.park(origin, String.valueOf(cause));
        if (origin.key() != null) {
            blocked.computeIfAbsent(origin.topic(), topic -> new HashSet<>()).add(origin.key());
        }
    }

    private Map<String, Set<String>> blockedKeys(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, Set<String>> keys = new HashMap<>();
        for (ConsumerRecord<String, byte[]> origin : records) {
            if (origin.key() != null) {
                keys.computeIfAbsent(origin.topic(), topic -> new HashSet<>()).add(origin.key());
            }
        }
        keys.replaceAll((topic, all) -> parked.blockedKeys(topic, all));
        return keys;
    }

    private static boolean isBlocked(Map<String, Set<String>> blocked, ConsumerRecord<String, byte[]> origin) {
        return origin.key() != null
                && blocked.getOrDefault(origin.topic(), Set.of()).contains(origin.key());
    }

    /** Whether trying again later can help: the database was busy or away. */
    static boolean isTransient(RuntimeException failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof TransactionException;
    }
}
