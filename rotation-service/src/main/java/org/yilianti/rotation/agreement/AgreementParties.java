package org.yilianti.rotation.agreement;

import java.util.UUID;

/**
 * Between whom an agreement is, and the application that brought it.
 *
 * @param homeInstitutionId the member's employer
 * @param hostInstitutionId where the member practises under it
 */
public record AgreementParties(UUID applicationId, UUID memberId, UUID homeInstitutionId, UUID hostInstitutionId) {}
