package org.yilianti.rotation.solver;

import java.util.Arrays;

/**
 * One content that a line may have in the window of a neighbourhood.
 *
 * @param line which of the neighbourhood's lines
 * @param content per day of the window
 * @param cost the whole line's cost with it
 */
record Column(int line, int[] content, long cost) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Column column && line == column.line && Arrays.equals(content, column.content);
    }

    @Override
    public int hashCode() {
        return 31 * line + Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return line + Arrays.toString(content) + " at " + cost;
    }
}
