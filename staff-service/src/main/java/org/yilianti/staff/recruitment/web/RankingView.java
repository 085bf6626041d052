package org.yilianti.staff.recruitment.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.member.NationalId;
import org.yilianti.staff.recruitment.Application;
import org.yilianti.staff.recruitment.Campaign;
import org.yilianti.staff.recruitment.Position;
import org.yilianti.staff.recruitment.Standing.Explanation;
import org.yilianti.staff.recruitment.Standing.Part;
import org.yilianti.staff.recruitment.Standing.Preference;
import org.yilianti.staff.recruitment.StandingRepository.Line;

/**
 * A line of a ranking as it is shown.
 *
 * @param total null for who is not ranked
 * @param objection why somebody is not ranked
 * @param tieRule what decided for the one before, who has the same total
 * @param seat {@code open}, or the ground of a reserved place; null without a place
 * @param effect whether and why there is a place
 * @param state of the application
 */
record RankingView(
        UUID applicationId,
        UUID positionId,
        String positionName,
        String institutionCode,
        @Nullable Integer rank,
        String name,
        @Nullable String nationalId,
        List<Part> parts,
        List<Preference> grounds,
        BigDecimal preference,
        @Nullable BigDecimal total,
        @Nullable String objection,
        @Nullable String tieRule,
        @Nullable String seat,
        String effect,
        String state) {

    /** The header of a sheet. */
    static final List<String> COLUMNS = List.of(
            "position",
            "institution_code",
            "rank",
            "name",
            "national_id",
            "paper",
            "interview",
            "preference",
            "total",
            "tie_rule",
            "seat",
            "effect",
            "not_ranked_because",
            "state");

    static RankingView of(Campaign campaign, Line line) {
        Application application = line.application();
        Explanation why = line.standing().explanation();
        String position = campaign.positions().stream()
                .filter(offered -> offered.id().equals(application.position()))
                .map(Position::terms)
                .map(Position.Terms::name)
                .findFirst()
                .orElse("");
        return new RankingView(
                application.id(),
                application.position(),
                position,
                application.institution().code(),
                line.standing().rank(),
                application.candidate().name(),
                Optional.ofNullable(application.candidate().nationalId())
                        .map(NationalId::masked)
                        .orElse(null),
                why.parts(),
                why.grounds(),
                why.preference(),
                why.total(),
                why.objection(),
                Optional.ofNullable(why.tieRule()).map(Coded::code).orElse(null),
                line.standing().seat(),
                why.effect().code(),
                application.state().code());
    }

    /** The cells of a sheet. */
    List<@Nullable String> cells() {
        return Arrays.asList(
                positionName,
                institutionCode,
                rank == null ? null : rank.toString(),
                name,
                nationalId,
                score("paper"),
                score("interview"),
                preference.toPlainString(),
                total == null ? null : total.toPlainString(),
                tieRule,
                seat,
                effect,
                objection,
                state);
    }

    private @Nullable String score(String part) {
        return parts.stream()
                .filter(one -> one.part().code().equals(part))
                .map(one -> one.score().toPlainString())
                .findFirst()
                .orElse(null);
    }
}
