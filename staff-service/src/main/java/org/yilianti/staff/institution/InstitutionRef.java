package org.yilianti.staff.institution;

/** An institution as others refer to it: the id they store and the code that grants and files name. */
public record InstitutionRef(InstitutionId id, String code) {}
