package org.yilianti.rotation.plan;

/**
 * What the search for a plan has spent, by all workers that took part in it.
 *
 * @param steps moves tried
 */
record SearchEffort(long steps, long elapsedMillis) {

    static final SearchEffort NONE = new SearchEffort(0, 0);

    SearchEffort plus(long moreSteps, long moreMillis) {
        return new SearchEffort(steps + moreSteps, elapsedMillis + moreMillis);
    }
}
