package org.yilianti.broken.web;

/** Something that belongs to an edge. */
public record EdgeRequest(long amount) {}
