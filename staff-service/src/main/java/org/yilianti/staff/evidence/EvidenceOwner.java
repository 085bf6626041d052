package org.yilianti.staff.evidence;

import java.util.UUID;
import org.yilianti.staff.credential.LicenceId;
import org.yilianti.staff.member.MemberId;

/**
 * A record that files are evidence of.
 *
 * @param id of the licence, sanction or assessment
 * @param licence the licence itself or the one that the record concerns; its lock is that of all files
 * @param institutionCode of the office that decides
 */
public record EvidenceOwner(OwnerKind kind, UUID id, LicenceId licence, MemberId member, String institutionCode) {}
