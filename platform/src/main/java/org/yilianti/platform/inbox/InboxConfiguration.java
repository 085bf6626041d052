package org.yilianti.platform.inbox;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.ObjectMapper;

/** Wires the listener over all {@link Subscription} beans; a service without any has no listener, a process without a Kafka client nothing. */
@AutoConfiguration(afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@ConditionalOnClass(name = "org.springframework.kafka.core.KafkaTemplate")
@Import(ParkedEventController.class)
class InboxConfiguration {

    @Bean
    ParkedEvents parkedEvents(
            JdbcClient jdbc, PlatformTransactionManager transactions, ObjectMapper json, Clock clock) {
        return new ParkedEvents(jdbc, new TransactionTemplate(transactions), json, clock);
    }

    @Bean
    EventDispatcher eventDispatcher(
            ObjectProvider<Subscription<?>> subscriptions,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            ObjectMapper json,
            @Value("${platform.events.topic-prefix:}") String topicPrefix) {
        return new EventDispatcher(
                subscriptions.stream().toList(),
                new EventGate(jdbc),
                new TransactionTemplate(transactions),
                json,
                topicPrefix);
    }

    @Bean
    ParkedEventReplay parkedEventReplay(ParkedEvents parked, EventDispatcher dispatcher) {
        return new ParkedEventReplay(parked, dispatcher);
    }

    /** The listener container and its health, where there is something to hear. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(Subscription.class)
    static class Listening {

        @Bean
        InboxListener inboxListener(EventDispatcher dispatcher, ParkedEvents parked, Clock clock) {
            return new InboxListener(dispatcher, parked, clock);
        }

        @Bean
        ConcurrentMessageListenerContainer<String, byte[]> inboxContainer(
                EventDispatcher dispatcher,
                InboxListener listener,
                KafkaProperties kafka,
                @Value("${spring.application.name}") String group,
                @Value("${platform.events.topic-prefix:}") String topicPrefix) {
            ContainerProperties properties = new ContainerProperties(dispatcher.topics());
            properties.setGroupId(topicPrefix + group);
            properties.setMessageListener(listener);
            properties.setAckMode(ContainerProperties.AckMode.BATCH);
            properties.setMissingTopicsFatal(false);
            ConcurrentMessageListenerContainer<String, byte[]> container = new ConcurrentMessageListenerContainer<>(
                    new DefaultKafkaConsumerFactory<>(kafka.buildConsumerProperties()), properties);
            container.setCommonErrorHandler(tryAgainWithoutEnd());
            container.setBeanName("inbox");
            return container;
        }

        private static DefaultErrorHandler tryAgainWithoutEnd() {
            ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
            backOff.setMaxInterval(10_000);
            return new DefaultErrorHandler(backOff);
        }

        @Bean
        InboxHealth inboxHealthIndicator(
                ConcurrentMessageListenerContainer<String, byte[]> container, InboxListener listener) {
            return new InboxHealth(container, listener);
        }
    }
}
