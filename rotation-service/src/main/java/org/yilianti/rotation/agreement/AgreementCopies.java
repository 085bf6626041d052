package org.yilianti.rotation.agreement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.rotation.directory.AssociationZone;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.Members;

/** Makes copies of agreements and tells whether a copy somebody holds is true. */
@Component
public class AgreementCopies {

    private final Institutions institutions;
    private final Members members;
    private final Clock clock;

    AgreementCopies(Institutions institutions, Members members, Clock clock) {
        this.institutions = institutions;
        this.members = members;
        this.clock = clock;
    }

    /**
     * What a fingerprint on a copy says about it.
     *
     * @param version the version it belongs to; null when the copy is of no version of this agreement, or was altered
     * @param inForce whether that version is in force today and the agreement stands
     */
    public record Verification(@Nullable AgreementVersion version, boolean inForce, LocalDate today) {}

    /** A copy of version {@code number}; of the one in force today, or else the last, when null. */
    public AgreementCopy of(PracticeAgreement agreement, @Nullable Integer number) {
        AgreementVersion version = version(agreement, number);
        Member member =
                members.find(agreement.association(), agreement.memberId()).orElseThrow();
        return new AgreementCopy(
                agreement,
                version,
                agreement.effectiveTo(version),
                AgreementFingerprint.of(agreement, version),
                name(agreement, agreement.homeInstitutionId()),
                name(agreement, agreement.hostInstitutionId()),
                member.name(),
                member.staffNo());
    }

    /** Compares with what is stored now; case does not matter. */
    public Verification verify(PracticeAgreement agreement, String fingerprint) {
        LocalDate today = today();
        Optional<AgreementVersion> found = agreement.versions().stream()
                .filter(version -> AgreementFingerprint.of(agreement, version).equalsIgnoreCase(fingerprint))
                .findFirst();
        boolean inForce = found.isPresent()
                && agreement.versionOn(today).equals(found)
                && agreement.practisable().stream().anyMatch(days -> days.contains(today));
        return new Verification(found.orElse(null), inForce, today);
    }

    private AgreementVersion version(PracticeAgreement agreement, @Nullable Integer number) {
        if (number == null) {
            return agreement.versionOn(today()).orElse(agreement.versions().getLast());
        }
        return agreement.versions().stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("agreement.unknown-version", number));
    }

    private String name(PracticeAgreement agreement, UUID institution) {
        return institutions
                .find(agreement.association(), institution)
                .orElseThrow()
                .name();
    }

    private LocalDate today() {
        return AssociationZone.dayOf(clock.instant());
    }
}
