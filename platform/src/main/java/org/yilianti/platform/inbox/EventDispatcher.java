package org.yilianti.platform.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;

/** Brings readable events through the gate to their handlers, all of a call in one transaction. */
class EventDispatcher {

    private final Map<String, Subscription<?>> byTopicAndType;
    private final EventGate gate;
    private final TransactionTemplate transactions;
    private final ObjectMapper json;
    private final String topicPrefix;

    EventDispatcher(
            List<Subscription<?>> subscriptions,
            EventGate gate,
            TransactionTemplate transactions,
            ObjectMapper json,
            String topicPrefix) {
        this.byTopicAndType = subscriptions.stream()
                .collect(Collectors.toMap(one -> name(topicPrefix + one.topic(), one.type()), Function.identity()));
        this.gate = gate;
        this.transactions = transactions;
        this.json = json;
        this.topicPrefix = topicPrefix;
    }

    /** @throws UnreadableEvent when nobody here reads this type from this topic */
    Subscription<?> subscriptionFor(Incoming event) {
        @Nullable Subscription<?> subscription = byTopicAndType.get(name(event.origin().topic(), event.type()));
        if (subscription == null) {
            throw new UnreadableEvent("nothing here reads events of type " + event.type());
        }
        return subscription;
    }

    /** Applies what passes the gate; on any failure nothing is applied. */
    void apply(List<Incoming> events) {
        Map<Subscription<?>, List<Incoming>> bySubscription = new LinkedHashMap<>();
        for (Incoming event : events) {
            bySubscription
                    .computeIfAbsent(subscriptionFor(event), key -> new ArrayList<>())
                    .add(event);
        }
        transactions.executeWithoutResult(status -> bySubscription.forEach(this::apply));
    }

    private <T> void apply(Subscription<T> subscription, List<Incoming> events) {
        List<Received<T>> passed = gate.pass(subscription.topic(), events).stream()
                .map(event -> received(event, subscription.body()))
                .toList();
        if (!passed.isEmpty()) {
            subscription.handler().accept(passed);
        }
    }

    private <T> Received<T> received(Incoming event, Class<T> type) {
        T body = json.readValue(event.data(), type);
        if (body == null) {
            throw new UnreadableEvent("the body is null");
        }
        Long version = event.version();
        return new Received<>(
                event.id(), event.association(), event.aggregate(), version == null ? 0 : version, event.time(), body);
    }

    /** All topics to listen to, with the installation's prefix. */
    String[] topics() {
        return byTopicAndType.values().stream()
                .map(subscription -> topicPrefix + subscription.topic())
                .distinct()
                .toArray(String[]::new);
    }

    private static String name(String topic, String type) {
        return topic + ' ' + type;
    }
}
