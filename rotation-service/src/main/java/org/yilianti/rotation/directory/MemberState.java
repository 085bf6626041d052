package org.yilianti.rotation.directory;

import java.util.List;

/** A member with all appointments, as one event tells them. */
public record MemberState(Member member, List<Appointment> appointments) {}
