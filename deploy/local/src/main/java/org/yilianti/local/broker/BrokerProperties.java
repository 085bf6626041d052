package org.yilianti.local.broker;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The configuration of the only broker, which is its own controller. */
record BrokerProperties(Path data, int port, int controllerPort) {

    /** A broker that was killed is let in again only after its old session has run out: keep that short. */
    private static final Map<String, String> QUICK_RETURN = Map.of(
            "broker.session.timeout.ms", "2000",
            "broker.heartbeat.interval.ms", "300",
            "controller.quorum.election.timeout.ms", "300",
            "controller.quorum.fetch.timeout.ms", "600",
            "controlled.shutdown.enable", "true");

    private static final Map<String, String> ONE_BROKER = Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "2",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "default.replication.factor", "1",
            "min.insync.replicas", "1",
            "group.initial.rebalance.delay.ms", "0");

    void writeTo(Path file) throws IOException {
        Properties properties = new Properties();
        properties.putAll(QUICK_RETURN);
        properties.putAll(ONE_BROKER);
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("inter.broker.listener.name", "CLIENTS");
        properties.put("listeners", "CLIENTS://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        properties.put("log.dirs", data.toString());
        properties.put("num.partitions", "12");
        properties.put("auto.create.topics.enable", "false");
        // An index file is mapped in full size; a sample never needs ten megabytes per partition.
        properties.put("log.index.size.max.bytes", "1048576");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }
}
