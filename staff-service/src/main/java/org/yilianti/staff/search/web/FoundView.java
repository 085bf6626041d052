package org.yilianti.staff.search.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.credential.Licence;
import org.yilianti.staff.member.Appointment;
import org.yilianti.staff.search.Found;

/** A person who was found, with present and coming posts and what licences are believed of them; no personal numbers. */
record FoundView(
        UUID id,
        String staffNo,
        String name,
        @Nullable String nameLatin,
        String category,
        String title,
        @Nullable String specialty,
        List<Post> posts,
        List<LicenceHeld> licences) {

    /** Where somebody works, or will. */
    record Post(
            String institutionCode,
            String post,
            boolean main,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        static Post of(Appointment appointment) {
            var details = appointment.details();
            return new Post(
                    details.institutionCode(),
                    details.post(),
                    details.main(),
                    details.valid().from(),
                    details.valid().to());
        }
    }

    /** A licence in short. */
    record LicenceHeld(
            UUID id,
            String number,
            String kind,
            String status,
            @Nullable LocalDate validTo) {

        static LicenceHeld of(Licence licence) {
            return new LicenceHeld(
                    licence.id().value(),
                    licence.details().number(),
                    licence.details().kind().code(),
                    licence.standing().status().code(),
                    licence.details().valid().to());
        }
    }

    static FoundView of(Found found, List<Appointment> appointments, List<Licence> licences) {
        return new FoundView(
                found.id().value(),
                found.staffNo(),
                found.name(),
                found.nameLatin(),
                found.category(),
                found.title(),
                found.specialty(),
                appointments.stream().map(Post::of).toList(),
                licences.stream().map(LicenceHeld::of).toList());
    }
}
