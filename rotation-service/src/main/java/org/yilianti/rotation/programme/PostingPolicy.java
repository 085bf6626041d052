package org.yilianti.rotation.programme;

/**
 * What an association wants of its rotations.
 *
 * @param longestMonths how long one posting may last
 * @param longLeaveDays leave longer than this stands in the way of a posting
 */
public record PostingPolicy(int longestMonths, int longLeaveDays) {

    public PostingPolicy {
        if (longestMonths < 1 || longestMonths > 60 || longLeaveDays < 0) {
            throw new IllegalArgumentException("longestMonths must lie between 1 and 60, longLeaveDays not below 0");
        }
    }

    /** Postings of counterpart support last 6 to 12 months (general knowledge); leave of a month is a proposal of this project. */
    static PostingPolicy standard() {
        return new PostingPolicy(12, 30);
    }
}
