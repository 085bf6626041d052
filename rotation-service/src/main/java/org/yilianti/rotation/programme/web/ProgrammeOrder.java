package org.yilianti.rotation.programme.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.rotation.directory.StaffCategory;
import org.yilianti.rotation.directory.Title;
import org.yilianti.rotation.programme.ProgrammeKind;
import org.yilianti.rotation.programme.ProgrammeTerms;
import org.yilianti.rotation.programme.ProgrammeTerms.Place;
import org.yilianti.rotation.programme.ProgrammeTerms.Quota;
import org.yilianti.rotation.programme.ProgrammeTerms.Source;

/** A programme as asked for; see {@link ProgrammeTerms}. */
record ProgrammeOrder(
        @NotBlank @Size(max = 200) String name,
        @NotNull ProgrammeKind kind,
        @NotNull @Pattern(regexp = "\\d{4}-(0[1-9]|1[0-2])") String from,
        @NotNull @Min(1) @Max(120) Integer months,
        @NotNull @Min(1) @Max(60) Integer blockMonths,
        @NotNull @Min(0) @Max(60) Integer restMonths,
        @NotEmpty @Size(max = 100) List<@Valid @NotNull WantedPlace> places,
        @NotEmpty @Size(max = 100) List<@Valid @NotNull WantedSource> sources,
        @Nullable @Size(max = 20) List<@Valid @NotNull WantedQuota> quotas) {

    /**
     * Posts at a host.
     *
     * @param courses titles of courses, as the staff registry calls them, that must be completed before a posting begins
     */
    record WantedPlace(
            @NotNull UUID institutionId,
            @NotNull StaffCategory category,
            @Nullable @Size(max = 100) String specialty,
            @Nullable Title leastTitle,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 500) String> courses,
            @NotNull @Min(1) @Max(500) Integer posts) {}

    /** A home institution and how many it releases at once. */
    record WantedSource(
            @NotNull UUID institutionId,
            @NotNull @Min(0) @Max(500) Integer mostAway) {}

    /** How many come from institutions of a tier, in each block. */
    record WantedQuota(
            @NotBlank @Size(max = 40) String tier,
            @NotNull @Min(0) @Max(500) Integer least,
            @NotNull @Min(0) @Max(500) Integer most) {}

    ProgrammeTerms terms() {
        return new ProgrammeTerms(
                from,
                months,
                blockMonths,
                restMonths,
                places.stream()
                        .map(one -> new Place(
                                one.institutionId,
                                one.category,
                                one.specialty,
                                one.leastTitle,
                                one.courses == null ? List.of() : one.courses,
                                one.posts))
                        .toList(),
                sources.stream()
                        .map(one -> new Source(one.institutionId, one.mostAway))
                        .toList(),
                quotas == null
                        ? List.of()
                        : quotas.stream()
                                .map(one -> new Quota(one.tier, one.least, one.most))
                                .toList());
    }
}
