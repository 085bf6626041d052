package org.yilianti.rotation.solver;

import java.util.Arrays;

/** A set of slots with constant-time change and random choice. */
final class SlotSet {

    private final int[] members;
    private final int[] positions;
    private int size;

    SlotSet(int slots) {
        members = new int[slots];
        positions = new int[slots];
        Arrays.fill(positions, -1);
    }

    int size() {
        return size;
    }

    int get(int index) {
        return members[index];
    }

    /** Makes the slot a member, or not. */
    void set(int slot, boolean member) {
        int position = positions[slot];
        if (member && position < 0) {
            positions[slot] = size;
            members[size++] = slot;
        } else if (!member && position >= 0) {
            int moved = members[--size];
            members[position] = moved;
            positions[moved] = position;
            positions[slot] = -1;
        }
    }
}
