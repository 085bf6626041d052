package org.yilianti.incentive.fairness;

/**
 * What somebody earned, at one institution or at all.
 *
 * @param minutes served and counted, unweighted
 * @param fen below zero where more came back of earlier runs than was earned
 */
public record Earning(long minutes, long fen) {

    Earning plus(Earning more) {
        return new Earning(minutes + more.minutes, Math.addExact(fen, more.fen));
    }
}
