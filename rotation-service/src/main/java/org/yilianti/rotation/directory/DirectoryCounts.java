package org.yilianti.rotation.directory;

/** How many rows of each kind this service knows of an association. */
public record DirectoryCounts(long institutions, long members, long appointments, long licences) {}
