package org.yilianti.staff.recruitment.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a ranking would be now.
 *
 * @param undecided applications that are not in it because nobody has decided on them
 * @param next to be sent as {@code after} for the next page; null on the last
 */
record RankingPreviewView(
        long undecided, List<RankingView> items, @Nullable String next) {}
