package org.yilianti.staff.entry;

/**
 * When the entries of a batch may change the registry: batches of a file are written in its order, each in its own transaction, while the
 * next one is judged already.
 */
public interface Turn {

    /** That of entries that follow no others and are followed by none. */
    Turn NOW = new Turn() {
        @Override
        public void await() {}

        @Override
        public void judged() {}
    };

    /** Returns when what stands before these entries is committed: for judgements on which that bears. */
    void await();

    /** Every entry is judged and every lock taken: what follows may be judged. Returns as {@link #await}. */
    void judged();
}
