package org.yilianti.rotation.service;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.practice.PracticeFacts;

/**
 * A service as the flag rules look at it.
 *
 * @param activity specialty of the duty it was; null for general work
 * @param others the person's other records of the weeks around, withdrawn ones left out
 * @param now by this service's clock
 */
record FlagCase(
        ServiceContent content,
        @Nullable String activity,
        PracticeFacts person,
        List<ServiceRecord> others,
        Instant now,
        ServiceSettings settings) {}
