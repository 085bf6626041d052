package org.yilianti.incentive.release;

import org.yilianti.platform.problem.Refusal;

/**
 * What the release of money asks for.
 *
 * @param signInMinutes how long ago the releasing person may have signed in, 1 to 720
 */
public record ReleasePolicy(int signInMinutes) {

    private static final int LONGEST = 720;

    public ReleasePolicy {
        if (signInMinutes < 1 || signInMinutes > LONGEST) {
            throw Refusal.invalid("release.minutes", signInMinutes, LONGEST);
        }
    }

    static ReleasePolicy standard() {
        return new ReleasePolicy(15);
    }
}
