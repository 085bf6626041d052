package org.yilianti.rotation.service;

import java.util.stream.Stream;

/** One thing that may be wrong with a service that is kept all the same. */
@FunctionalInterface
interface FlagRule {

    /** The flags that this rule raises; none when all is well. */
    Stream<RecordFlag> flags(FlagCase one);
}
