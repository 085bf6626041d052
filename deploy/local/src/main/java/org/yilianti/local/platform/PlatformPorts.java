package org.yilianti.local.platform;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.yilianti.local.process.Ports;

/**
 * Where everything listens, always on 127.0.0.1.
 *
 * @param applications one port for each replica
 * @param kafkaController the broker's talk with itself
 */
public record PlatformPorts(Map<Module, List<Integer>> applications, int database, int kafka, int kafkaController) {

    static final String DATABASE = "database";
    static final String KAFKA = "kafka";
    static final String KAFKA_CONTROLLER = "kafka (controller)";

    /** Between the ports of two replicas of one service. */
    private static final int REPLICA_STEP = 10;

    private static final int USUAL_DATABASE = 13306;
    private static final int USUAL_KAFKA = 19092;
    private static final int OWN_PORTS = 3;

    /** Returns the documented ports, shifted: an offset of 100 moves the gateway to 8180 and the database to 13406. */
    public static PlatformPorts usual(Map<Module, Integer> replicas, int offset) {
        Map<Module, List<Integer>> applications = new EnumMap<>(Module.class);
        for (Module module : Module.values()) {
            applications.put(
                    module,
                    IntStream.range(0, replicas.getOrDefault(module, 1))
                            .mapToObj(replica -> module.usualPort() + offset + replica * REPLICA_STEP)
                            .toList());
        }
        return new PlatformPorts(applications, USUAL_DATABASE + offset, USUAL_KAFKA + offset, USUAL_KAFKA + offset + 1);
    }

    /** Returns ports that nobody uses now. */
    public static PlatformPorts free(Map<Module, Integer> replicas) {
        int total = OWN_PORTS;
        for (Module module : Module.values()) {
            total += replicas.getOrDefault(module, 1);
        }
        Iterator<Integer> free = Ports.free(total).iterator();
        Map<Module, List<Integer>> applications = new EnumMap<>(Module.class);
        for (Module module : Module.values()) {
            applications.put(
                    module,
                    IntStream.range(0, replicas.getOrDefault(module, 1))
                            .mapToObj(replica -> free.next())
                            .toList());
        }
        return new PlatformPorts(applications, free.next(), free.next(), free.next());
    }

    /** Returns the ports of the module's replicas; never empty. */
    List<Integer> of(Module module) {
        return applications.getOrDefault(module, List.of());
    }

    /** Returns every port with the name of the process that uses it. */
    Map<String, Integer> byProcess() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put(DATABASE, database);
        ports.put(KAFKA, kafka);
        ports.put(KAFKA_CONTROLLER, kafkaController);
        applications.forEach((module, replicas) -> {
            for (int replica = 0; replica < replicas.size(); replica++) {
                ports.put(processName(module, replica), replicas.get(replica));
            }
        });
        return ports;
    }

    static String processName(Module module, int replica) {
        return replica == 0 ? module.artifact() : "%s-%d".formatted(module.artifact(), replica + 1);
    }
}
