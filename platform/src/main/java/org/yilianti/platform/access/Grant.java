package org.yilianti.platform.access;

/** A role held for some institutions of the caller's association. */
record Grant(Role role, InstitutionScope institutions) {}
