package org.yilianti.rotation.cascade;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.Role;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.directory.Institution;
import org.yilianti.rotation.directory.Institutions;
import org.yilianti.rotation.notification.Recipient;

/** Whom an agreement concerns: the member, the registrars of both sides and the host's schedulers. */
@Component
class Concerned {

    private final Institutions institutions;

    Concerned(Institutions institutions) {
        this.institutions = institutions;
    }

    /** The institutions of these agreements, by id. */
    Map<UUID, Institution> sites(UUID association, List<PracticeAgreement> agreements) {
        return institutions.byId(
                association,
                agreements.stream()
                        .flatMap(one -> Stream.of(one.homeInstitutionId(), one.hostInstitutionId()))
                        .collect(Collectors.toSet()));
    }

    static Stream<Recipient> by(PracticeAgreement agreement, Map<UUID, Institution> sites) {
        return Stream.concat(
                parties(agreement, sites),
                Stream.of(Recipient.role(Role.SCHEDULER, code(sites, agreement.hostInstitutionId()))));
    }

    /** The member and the registrars of both sides. */
    static Stream<Recipient> parties(PracticeAgreement agreement, Map<UUID, Institution> sites) {
        return Stream.of(
                Recipient.member(agreement.memberId()),
                Recipient.role(Role.REGISTRAR, code(sites, agreement.homeInstitutionId())),
                Recipient.role(Role.REGISTRAR, code(sites, agreement.hostInstitutionId())));
    }

    static String code(Map<UUID, Institution> sites, UUID id) {
        Institution site = sites.get(id);
        return site == null ? Recipient.WHOLE_ASSOCIATION : site.code();
    }
}
