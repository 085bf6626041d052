package org.yilianti.incentive.appropriation;

import java.util.UUID;

/** An institution and the people in its area, as known when money was appropriated for them. */
public record Catchment(UUID institution, String code, long population) {}
