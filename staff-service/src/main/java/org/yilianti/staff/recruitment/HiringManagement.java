package org.yilianti.staff.recruitment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.platform.web.ExpectedVersion;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.establishment.AuthorisedPost;
import org.yilianti.staff.establishment.EstablishmentDirectory;
import org.yilianti.staff.member.AppointmentManagement;
import org.yilianti.staff.member.MemberDirectory;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MemberManagement;
import org.yilianti.staff.member.Phone;
import org.yilianti.staff.recruitment.Application.Hire;
import org.yilianti.staff.recruitment.ApplicationDesk.Held;

/** Appoints whoever has accepted a place: as the member they are already, or as a new one. */
@Service
public class HiringManagement {

    private final ApplicationDesk desk;
    private final ApplicationRepository applications;
    private final EstablishmentDirectory establishment;
    private final MemberManagement members;
    private final MemberDirectory directory;
    private final AppointmentManagement appointments;
    private final Outbox outbox;
    private final Clock clock;

    HiringManagement(
            ApplicationDesk desk,
            ApplicationRepository applications,
            EstablishmentDirectory establishment,
            MemberManagement members,
            MemberDirectory directory,
            AppointmentManagement appointments,
            Outbox outbox,
            Clock clock) {
        this.desk = desk;
        this.applications = applications;
        this.establishment = establishment;
        this.members = members;
        this.directory = directory;
        this.appointments = appointments;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Appoints into the authorised post; refuses (422) what the registry refuses, such as an appointment beyond the establishment.
     *
     * <p>A candidate whom another office of the association employs is appointed as well: the campaign is the reason, so
     * the member need not be in the editor's sight, but the position's institution must be in scope (403).
     */
    @Transactional
    public Application appoint(Editor editor, UUID id, ExpectedVersion expected, Entry entry) {
        Held held = desk.held(editor, id);
        Application application = held.application();
        expected.check(application.version());
        held.campaign().requireState(Campaign.State.OFFERING);
        application.requireState(Application.State.ACCEPTED);
        editor.require(application.institution().code());
        AuthorisedPost line = establishment
                .find(
                        editor.association(),
                        InstitutionScope.ALL,
                        List.of(held.position().authorisedPost()))
                .getFirst();
        Editor campaign = new Editor(editor.association(), editor.name(), InstitutionScope.ALL);
        MemberId member = directory
                .withNationalId(
                        editor.association(),
                        Objects.requireNonNull(application.candidate().nationalId()))
                .orElseGet(() -> members.register(campaign, person(application, line, entry))
                        .id());
        var made = appointments.appoint(campaign, member, appointment(held, line, entry));
        Application appointed = application.appointed(Hire.first(member, made.id()));
        desk.changed(editor, "recruitment.appointed", appointed, Map.of("member", member, "appointment", made.id()));
        outbox.publish(HireChanged.of(appointed));
        applications.forget(id, clock.instant());
        return applications.find(editor.association(), id).orElseThrow();
    }

    private static Entry person(Application application, AuthorisedPost line, Entry entry) {
        Candidate candidate = application.candidate();
        return Entry.form(
                "staffNo", entry.raw("staffNo"),
                "name", candidate.name(),
                "nameLatin", candidate.nameLatin(),
                "sex", candidate.sex().code(),
                "birthDate", candidate.birthDate(),
                "nationalId", Objects.requireNonNull(candidate.nationalId()).value(),
                "phone",
                        Optional.ofNullable(candidate.phone()).map(Phone::value).orElse(null),
                "category", line.details().category().code(),
                "title", candidate.title().code(),
                "titleSince", candidate.titleSince(),
                "specialty", candidate.specialty(),
                "institutionHead", false,
                "registeredAt", application.institution().code());
    }

    private static Entry appointment(Held held, AuthorisedPost line, Entry entry) {
        return Entry.form(
                "institutionCode", held.application().institution().code(),
                "department", or(entry.raw("department"), line.details().department()),
                "post", held.position().terms().name(),
                "fte", or(entry.raw("fte"), "1.00"),
                "main", true,
                "validFrom",
                        or(entry.raw("validFrom"), held.campaign().details().startsOn()),
                "validTo", entry.raw("validTo"),
                "reason", held.campaign().details().title());
    }

    private static @Nullable Object or(@Nullable Object given, @Nullable Object otherwise) {
        return given == null ? otherwise : given;
    }
}
