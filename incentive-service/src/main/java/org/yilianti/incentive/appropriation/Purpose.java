package org.yilianti.incentive.appropriation;

/** What money may be used for; its code is unique in the appropriation. */
public record Purpose(String code, String name) {}
