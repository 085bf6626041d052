package org.yilianti.platform.outbox;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events leave.
 *
 * @param topicPrefix put before every topic name, so that installations can share a cluster
 * @param stateTopics topics this service owns that keep the newest state per key (compacted)
 * @param factTopics topics this service owns that keep everything
 * @param topicPartitions partitions of a topic when it is made
 * @param replicationFactor copies of each partition
 * @param batch events sent per transaction of the relay, or somewhat more
 * @param pack events of one change that may share a row; 1 where a connector such as Debezium carries them
 * @param poll how often unsent rows are looked for without a signal
 * @param retention how long sent rows are kept
 */
@ConfigurationProperties("platform.events")
record OutboxSettings(
        @DefaultValue("") String topicPrefix,
        @DefaultValue List<String> stateTopics,
        @DefaultValue List<String> factTopics,
        @DefaultValue("12") int topicPartitions,
        @DefaultValue("1") short replicationFactor,
        @DefaultValue("2000") int batch,
        @DefaultValue("200") int pack,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("30d") Duration retention) {}
