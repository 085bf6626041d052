package org.yilianti.rotation.practice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.agreement.AgreementParties;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.agreement.Insurance;
import org.yilianti.rotation.agreement.LiabilityShares;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.agreement.SuspensionCause;
import org.yilianti.rotation.directory.Appointment;
import org.yilianti.rotation.directory.Licence;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.StaffCategory;
import org.yilianti.rotation.directory.Title;

/** Synthetic people of all kinds, whose facts begin, end and are interrupted around October 2026. */
public final class RandomFacts {

    private static final LocalDate MONTH = LocalDate.of(2026, 10, 1);
    private static final List<String> LICENCE_CATEGORIES = List.of("clinical", "nursing", "tcm", "public-health");
    private static final @Nullable String[] SPECIALTIES = {null, "nursing", "tcm", "cardiology"};

    private final Random random;
    private final List<UUID> sites;
    private final UUID association = UUID.randomUUID();

    public RandomFacts(Random random, List<UUID> sites) {
        this.random = random;
        this.sites = sites;
    }

    /** Somebody, under a policy that changes on some day. */
    public PracticeFacts person() {
        UUID id = UUID.randomUUID();
        LocalDate change = day();
        var later = new PracticePolicy(
                Map.of("tcm", Set.of("clinical"), "nursing", Set.of("nursing", "tcm")),
                Map.of(),
                Set.of("posting", "weekly-hours"));
        return new PracticeFacts(
                member(id),
                some(3, () -> new Appointment(UUID.randomUUID(), id, site(), 50, random.nextBoolean(), period())),
                some(4, () -> licence(id)),
                some(3, () -> agreement(id)),
                some(2, () -> new PostedDays(site(), new DatePeriod(change, change.plusDays(1 + random.nextInt(40))))),
                new PolicyInForce(day -> day.isBefore(change) ? PracticePolicy.standard() : later));
    }

    private Member member(UUID id) {
        StaffCategory[] categories = {StaffCategory.PHYSICIAN, StaffCategory.NURSE, StaffCategory.MANAGEMENT};
        return new Member(
                id,
                association,
                "S" + id,
                "synthetic",
                categories[random.nextInt(categories.length)],
                Title.values()[random.nextInt(Title.values().length)],
                SPECIALTIES[random.nextInt(SPECIALTIES.length)],
                LocalDate.of(2010, 1, 1),
                false);
    }

    private Licence licence(UUID id) {
        return new Licence(
                UUID.randomUUID(),
                association,
                id,
                "L",
                random.nextBoolean() ? "nurse" : "physician",
                LICENCE_CATEGORIES.get(random.nextInt(LICENCE_CATEGORIES.size())),
                null,
                site(),
                period(),
                random.nextInt(3) == 0 ? period() : null,
                random.nextInt(4) == 0 ? day() : null);
    }

    private PracticeAgreement agreement(UUID id) {
        LocalDate from = MONTH.minusDays(random.nextInt(20));
        LocalDate to = MONTH.plusDays(40 + random.nextInt(20));
        PracticeAgreement agreed = PracticeAgreement.concluded(
                association,
                new AgreementParties(UUID.randomUUID(), id, sites.getFirst(), site()),
                new AgreementTerms(
                        new DatePeriod(from, to),
                        12,
                        "clinic",
                        new LiabilityShares(new BigDecimal("30"), new BigDecimal("60"), new BigDecimal("10")),
                        new Insurance("P", "insurer", Money.ofFen(1), to)));
        if (random.nextInt(3) == 0) {
            LocalDate stops = day();
            var cause = SuspensionCause.fact("licence-suspended", stops, stops.plusDays(1 + random.nextInt(20)));
            agreed = agreed.follow(List.of(cause), MONTH).orElse(agreed);
        }
        return random.nextInt(3) == 0 ? agreed.ended(MONTH.plusDays(random.nextInt(30)), "left") : agreed;
    }

    private DatePeriod period() {
        LocalDate from = day();
        return new DatePeriod(from, random.nextInt(3) == 0 ? null : from.plusDays(1 + random.nextInt(40)));
    }

    /** A day of October, or one of the weeks before and after. */
    private LocalDate day() {
        return MONTH.plusDays(random.nextInt(60) - 15L);
    }

    private UUID site() {
        return sites.get(random.nextInt(sites.size()));
    }

    private <T> List<T> some(int below, Supplier<T> one) {
        return IntStream.range(0, random.nextInt(below))
                .mapToObj(index -> one.get())
                .toList();
    }
}
