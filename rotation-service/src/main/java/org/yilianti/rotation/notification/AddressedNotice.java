package org.yilianti.rotation.notification;

/** A notice and who is told of it. */
public record AddressedNotice(Recipient recipient, Notice notice) {}
