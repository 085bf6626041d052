package org.yilianti.gateway.routing;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The replicas of one service in turn: every call begins with the next one. */
class Replicas {

    private final List<URI> uris;
    private final AtomicInteger turn = new AtomicInteger();

    Replicas(List<URI> uris) {
        this.uris = List.copyOf(uris);
    }

    /** All of them, in the order in which this call may try them. */
    List<URI> inTurn() {
        int first = Math.floorMod(turn.getAndIncrement(), uris.size());
        return IntStream.range(0, uris.size())
                .mapToObj(offset -> uris.get((first + offset) % uris.size()))
                .toList();
    }
}
