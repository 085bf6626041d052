package org.yilianti.staff.career;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member has served at county level or below, all together.
 *
 * @param days with enough minutes confirmed by hosts
 * @param lastDay null before the first
 */
public record GrassrootsService(
        UUID member, UUID association, int days, @Nullable LocalDate lastDay) {}
