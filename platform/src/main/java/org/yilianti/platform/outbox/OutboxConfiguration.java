package org.yilianti.platform.outbox;

import java.time.Clock;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;

/** Wires the outbox, its relay and the topics that the service owns, where there is a Kafka client at all. */
@AutoConfiguration(afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@ConditionalOnClass(name = "org.springframework.kafka.core.KafkaTemplate")
@EnableConfigurationProperties(OutboxSettings.class)
class OutboxConfiguration {

    @Bean
    OutboxSignal outboxSignal() {
        return new OutboxSignal();
    }

    @Bean
    Outbox outbox(JdbcTemplate jdbc, ObjectMapper json, Clock clock, OutboxSignal signal, OutboxSettings settings) {
        return new Outbox(jdbc, json, clock, signal, settings.pack());
    }

    @Bean
    OutboxRows outboxRows(JdbcClient jdbc, Clock clock) {
        return new OutboxRows(jdbc, clock);
    }

    @Bean
    OutboxRelay outboxRelay(
            OutboxRows rows,
            ProducerFactory<byte[], byte[]> producers,
            KafkaAdmin topics,
            PlatformTransactionManager transactions,
            OutboxSignal signal,
            OutboxSettings settings,
            @Value("${spring.application.name}") String service) {
        OutboxSender sender = new OutboxSender(producers, topics, settings.topicPrefix(), service);
        return new OutboxRelay(rows, sender, new TransactionTemplate(transactions), signal, settings);
    }

    @Bean
    OutboxHealth outboxHealthIndicator(OutboxRelay relay, OutboxRows rows, Clock clock) {
        return new OutboxHealth(relay, rows, clock);
    }

    @Bean
    NewTopics ownedTopics(OutboxSettings settings) {
        return new NewTopics(Stream.concat(
                        settings.stateTopics().stream()
                                .map(name -> topic(settings, name).compact()),
                        settings.factTopics().stream()
                                .map(name -> topic(settings, name).config("retention.ms", "-1")))
                .map(TopicBuilder::build)
                .toArray(NewTopic[]::new));
    }

    private static TopicBuilder topic(OutboxSettings settings, String name) {
        return TopicBuilder.name(settings.topicPrefix() + name)
                .partitions(settings.topicPartitions())
                .replicas(settings.replicationFactor())
                .config("min.insync.replicas", settings.replicationFactor() > 1 ? "2" : "1");
    }

    @Bean
    OutboxPurge outboxPurge(OutboxRows rows, OutboxSettings settings) {
        return new OutboxPurge(rows, settings);
    }

    /** Forgets sent rows in the background. */
    record OutboxPurge(OutboxRows rows, OutboxSettings settings) {

        @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
        void purge() {
            rows.purge(settings.retention());
        }
    }
}
