package org.yilianti.faults;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.yilianti.sample.MonthListener;

/** What the client was promised: the keys of all creating and deciding calls that were answered with success. */
final class Journal implements MonthListener {

    private final Set<Promise> promises = ConcurrentHashMap.newKeySet();

    /** A call answered with success: who made it, with which key. */
    record Promise(String account, String key) {}

    @Override
    public void step(String name) {
        // what is about to happen promises nothing yet
    }

    @Override
    public void answered(String account, String key) {
        promises.add(new Promise(account, key));
    }

    Set<Promise> promises() {
        return Set.copyOf(promises);
    }
}
