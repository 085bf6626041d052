package org.yilianti.staff.recruitment.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.staff.bulk.RegistryList;
import org.yilianti.staff.bulk.Template;
import org.yilianti.staff.entry.Coded;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.entry.Taken;
import org.yilianti.staff.establishment.AuthorisedPost;
import org.yilianti.staff.establishment.EstablishmentDirectory;
import org.yilianti.staff.member.Title;
import org.yilianti.staff.recruitment.Campaign;
import org.yilianti.staff.recruitment.Education;
import org.yilianti.staff.recruitment.Position;
import org.yilianti.staff.recruitment.PositionIntake;
import org.yilianti.staff.recruitment.PositionSheet;
import org.yilianti.staff.recruitment.Requirements;

/**
 * {@code recruitment-positions.v1}: what campaigns offer. A row with a known number revises the position of a draft, the next number adds
 * one; what is published stays.
 */
@Component
class PositionList implements RegistryList {

    private static final Template TEMPLATE = Template.of("recruitment-positions")
            .columns("campaign_id", "position_no")
            .key()
            .columns("authorised_post", "name", "openings", "max_age")
            .choice("min_education", Education.class)
            .choice("min_title", Title.class)
            .columns("specialty")
            .yesOrNo("licence_required")
            .columns("reservations")
            .yesOrNo("release_unfilled");

    private final PositionIntake intake;
    private final CampaignPages campaigns;
    private final EstablishmentDirectory establishment;

    PositionList(PositionIntake intake, CampaignPages campaigns, EstablishmentDirectory establishment) {
        this.intake = intake;
        this.campaigns = campaigns;
        this.establishment = establishment;
    }

    @Override
    public Template template() {
        return TEMPLATE;
    }

    @Override
    public Taken take(Editor editor, List<Entry> entries) {
        return intake.take(editor, entries);
    }

    /** All positions of campaigns that are held within scope, of others those that are within scope. */
    @Override
    public void export(Export export, Consumer<List<@Nullable String>> rows) {
        campaigns.forEach(export, page -> rows(export, page, rows));
    }

    private void rows(Export export, List<Campaign> page, Consumer<List<@Nullable String>> rows) {
        List<UUID> lines = page.stream()
                .flatMap(campaign -> campaign.positions().stream())
                .map(Position::authorisedPost)
                .distinct()
                .toList();
        Map<UUID, String> posts = establishment.find(export.association(), InstitutionScope.ALL, lines).stream()
                .collect(Collectors.toMap(AuthorisedPost::id, AuthorisedPost::externalId));
        for (Campaign campaign : page) {
            boolean held = export.scope().permits(campaign.institution().code());
            for (int i = 0; i < campaign.positions().size(); i++) {
                Position position = campaign.positions().get(i);
                if (held || export.scope().permits(position.institution().code())) {
                    rows.accept(cells(campaign, i + 1, position, posts.get(position.authorisedPost())));
                }
            }
        }
    }

    private static List<@Nullable String> cells(
            Campaign campaign, int number, Position position, @Nullable String post) {
        Position.Terms terms = position.terms();
        Requirements asked = terms.requirements();
        return Arrays.asList(
                campaign.id().toString(),
                Integer.toString(number),
                post,
                terms.name(),
                Integer.toString(terms.openings()),
                Objects.toString(asked.maxAge(), null),
                code(asked.minEducation()),
                code(asked.minTitle()),
                asked.specialty(),
                Boolean.toString(asked.licenceRequired()),
                PositionSheet.cell(terms.reservations()),
                Boolean.toString(terms.releaseUnfilled()));
    }

    private static @Nullable String code(@Nullable Coded choice) {
        return choice == null ? null : choice.code();
    }
}
