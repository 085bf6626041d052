package org.yilianti.staff.evidence;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.assessment.AssessmentDirectory;
import org.yilianti.staff.credential.Licence;
import org.yilianti.staff.credential.LicenceDirectory;
import org.yilianti.staff.credential.LicenceId;
import org.yilianti.staff.credential.SanctionDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.Sight;

/** Finds what files belong to, each by the rules of its own feature for who sees it. */
@Component
public class EvidenceOwners {

    private final LicenceDirectory licences;
    private final SanctionDirectory sanctions;
    private final AssessmentDirectory assessments;

    EvidenceOwners(LicenceDirectory licences, SanctionDirectory sanctions, AssessmentDirectory assessments) {
        this.licences = licences;
        this.sanctions = sanctions;
        this.assessments = assessments;
    }

    /** Refuses (404) a record that does not exist or is not in sight. */
    public EvidenceOwner seen(UUID association, Sight sight, OwnerKind kind, UUID id) {
        return find(association, sight, kind, id)
                .orElseThrow(() -> Refusal.notFound("evidence.owner-unknown", kind.code(), id));
    }

    /** Empty for a record that does not exist or is not in sight. */
    public Optional<EvidenceOwner> find(UUID association, Sight sight, OwnerKind kind, UUID id) {
        return switch (kind) {
            case LICENCE -> licence(association, sight, new LicenceId(id)).map(found -> owner(kind, id, found));
            case SANCTION ->
                sanctions
                        .licenceOf(association, id)
                        .flatMap(licence -> licence(association, sight, licence))
                        .map(found -> owner(kind, id, found));
            case ASSESSMENT ->
                assessments
                        .find(association, sight, id)
                        .map(found -> new EvidenceOwner(
                                kind,
                                id,
                                new LicenceId(found.licence()),
                                new MemberId(found.member()),
                                found.institution().code()));
        };
    }

    private Optional<Licence> licence(UUID association, Sight sight, LicenceId id) {
        return licences.find(association, sight, id, null);
    }

    private static EvidenceOwner owner(OwnerKind kind, UUID id, Licence licence) {
        return new EvidenceOwner(
                kind, id, licence.id(), licence.member(), licence.details().mainInstitutionCode());
    }
}
