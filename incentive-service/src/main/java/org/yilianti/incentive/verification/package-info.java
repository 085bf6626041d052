/**
 * Verification samples: claimed service that is looked into, so that a wrong claim counts for less (I2).
 *
 * <p>drawn → completed, once every item was verified or refuted.
 *
 * <p><b>Invariants.</b> There is one sample of an institution's indicator and month, so that nobody draws until they like it. Its seed is
 * random and kept with the records that it was drawn from: whoever draws again gets the same. Nobody judges a record of their own
 * service, and whoever judged an item does not complete the sample.
 *
 * <p><b>Decisions.</b> Claimed are confirmed and lawful records of service, as known when the sample is drawn. The draw orders them by the
 * SHA-256 of seed and id and takes the first, which needs no random generator that might change. The error rate has Wilson's interval; a
 * sample of everything has none, as nothing is estimated. The policy {@code verification-samples} says by which bound the claim is
 * discounted, and which rate is tolerated. What is left of the claim is entered into an open evaluation as a measure; of an
 * indicator of which less is better, such as errors found, the rate of refuted items.
 */
@ApplicationModule(
        displayName = "Verification samples",
        allowedDependencies = {"directory", "scheme", "evaluation", "survey"})
@NullMarked
package org.yilianti.incentive.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
