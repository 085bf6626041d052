package org.yilianti.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yilianti.local.process.Ports;
import org.yilianti.local.process.ProcessRecords;

class EmbeddedKafkaTests {

    private static final TopicPartition NOTES = new TopicPartition("notes", 0);

    @TempDir
    Path directory;

    private EmbeddedKafka broker;

    @BeforeEach
    void startBroker() {
        List<Integer> ports = Ports.free(2);
        broker = new EmbeddedKafka(
                directory.resolve("kafka"),
                ports.get(0),
                ports.get(1),
                List.of("-XX:TieredStopAtLevel=1"),
                directory.resolve("kafka.log"),
                new ProcessRecords(directory.resolve("processes")));
        broker.start();
    }

    @AfterEach
    void stopBroker() {
        broker.process().kill();
    }

    @Test
    void acknowledgedRecordsSurviveAKillAndAnOrderlyStop() throws Exception {
        try (Admin admin = Admin.create(clientSettings())) {
            admin.createTopics(List.of(new NewTopic(NOTES.topic(), Optional.empty(), Optional.empty())))
                    .all()
                    .get();
            assertThat(admin.describeTopics(List.of(NOTES.topic()))
                            .allTopicNames()
                            .get()
                            .get(NOTES.topic())
                            .partitions())
                    .hasSize(12);
        }
        send("first");
        broker.process().kill();
        broker.start();
        send("second");
        broker.process().stop(Duration.ofSeconds(30));
        broker.start();

        assertThat(receive(2)).containsExactly("first", "second");
    }

    private void send(String text) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(clientSettings(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(NOTES.topic(), NOTES.partition(), "key", text))
                    .get();
        }
    }

    private List<String> receive(int count) {
        List<String> texts = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(clientSettings(), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(NOTES));
            consumer.seekToBeginning(List.of(NOTES));
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (texts.size() < count && System.nanoTime() < end) {
                for (ConsumerRecord<String, String> received : consumer.poll(Duration.ofSeconds(1))) {
                    texts.add(received.value());
                }
            }
        }
        return texts;
    }

    private Map<String, Object> clientSettings() {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }
}
