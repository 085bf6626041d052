package org.yilianti.rotation.application;

import java.util.UUID;

/** Whom an application concerns; institutions with their codes, since grants name codes. */
public record ApplicationParties(
        UUID memberId, String staffNo, UUID homeId, String homeCode, UUID hostId, String hostCode) {}
