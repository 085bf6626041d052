package org.yilianti.platform.test;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.CloudEventSerializer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

/** The other services, as far as Kafka is concerned: sends events to the service under test and reads what it sent. */
@TestComponent
public class TestEvents implements DisposableBean {

    private static final Set<String> ENSURED = ConcurrentHashMap.newKeySet();

    private final DefaultKafkaProducerFactory<String, CloudEvent> producers;
    private final KafkaTemplate<String, CloudEvent> kafka;
    private final KafkaAdmin admin;
    private final String prefix;
    private final String bootstrapServers;

    TestEvents(
            KafkaProperties kafka,
            KafkaAdmin admin,
            @Value("${platform.events.topic-prefix}") String prefix,
            @Value("${spring.kafka.bootstrap-servers}") String bootstrapServers) {
        this.producers = new DefaultKafkaProducerFactory<>(
                kafka.buildProducerProperties(), new StringSerializer(), new CloudEventSerializer());
        this.kafka = new KafkaTemplate<>(producers);
        this.admin = admin;
        this.prefix = prefix;
        this.bootstrapServers = bootstrapServers;
    }

    /** Sends a state event with this body, validated against its contract; returns when the broker has it. */
    public void state(String topic, String type, UUID aggregate, long version, String json) {
        EventContract.assertValid(type, json);
        send(
                topic,
                aggregate.toString(),
                event(type, UUID.randomUUID(), aggregate, json)
                        .withExtension("aggregateversion", Long.toString(version))
                        .build());
    }

    /** Sends a fact event. */
    public void fact(String topic, String type, UUID aggregate, UUID id, String json) {
        EventContract.assertValid(type, json);
        send(topic, aggregate.toString(), event(type, id, aggregate, json).build());
    }

    /** Sends any event, valid or not. */
    public void send(String topic, String key, CloudEvent event) {
        await(sending(topic, key, event));
    }

    /** As {@link #send} without waiting for the broker. */
    public CompletableFuture<?> sending(String topic, String key, CloudEvent event) {
        ensure(topic);
        return kafka.send(prefix + topic, key, event);
    }

    @Override
    public void destroy() {
        producers.destroy();
    }

    public static CloudEventBuilder event(String type, UUID id, UUID aggregate, String json) {
        return CloudEventBuilder.v1()
                .withId(id.toString())
                .withSource(URI.create("/test"))
                .withType(type)
                .withSubject(aggregate.toString())
                .withTime(OffsetDateTime.now(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withExtension("associationid", TestCaller.ASSOCIATION.toString())
                .withData(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes a topic that nobody owns in this test, with two partitions; asks the broker once per topic. */
    public void ensure(String topic) {
        if (ENSURED.add(bootstrapServers + " " + prefix + topic)) {
            create(topic);
        }
    }

    private void create(String topic) {
        try (Admin client = Admin.create(admin.getConfigurationProperties())) {
            client.createTopics(Set.of(new NewTopic(prefix + topic, 2, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(failure);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Everything on a topic now, from the beginning, in order per key. */
    public List<ConsumerRecord<String, byte[]>> read(String topic) {
        ensure(topic);
        Map<String, Object> config = Map.of(
                "bootstrap.servers", bootstrapServers,
                "key.deserializer", StringDeserializer.class,
                "value.deserializer", ByteArrayDeserializer.class);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(config)) {
            Set<TopicPartition> partitions = consumer.partitionsFor(prefix + topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .collect(Collectors.toSet());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** The bodies of {@link #read} with this key, each valid by the contract of its type. */
    public List<String> bodies(String topic, UUID aggregate) {
        return read(topic).stream()
                .filter(event -> aggregate.toString().equals(event.key()))
                .map(TestEvents::validBody)
                .toList();
    }

    private static String validBody(ConsumerRecord<String, byte[]> event) {
        String type = new String(event.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
        String json = new String(event.value(), StandardCharsets.UTF_8);
        EventContract.assertValid(type, json);
        return json;
    }

    private static void await(CompletableFuture<?> sent) {
        try {
            sent.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
