package org.yilianti.staff.recruitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yilianti.staff.member.Title;
import org.yilianti.staff.recruitment.ExamRules.Exam;
import org.yilianti.staff.recruitment.ExamRules.Ground;
import org.yilianti.staff.recruitment.Position.Reservation;
import org.yilianti.staff.recruitment.Standing.Effect;

/** R8: rankings by published rules: weights, minimum scores, capped preference, tie rules, reserved places. */
class RankingRulesTests {

    private static final Instant MORNING = Instant.parse("2026-03-01T01:00:00Z");
    private static final String SERVED = "grassroots-graduate";
    private static final String ORDERED = "rural-order";

    private static ExamRules rules(TieRule... ties) {
        return new ExamRules(
                new Exam(new BigDecimal("0.6"), new BigDecimal("60")),
                new Exam(new BigDecimal("0.4"), new BigDecimal("50")),
                List.of(
                        new Ground(SERVED, "served", new BigDecimal("4")),
                        new Ground(ORDERED, "ordered", new BigDecimal("3"))),
                new BigDecimal("5"),
                List.of(ties));
    }

    private static Position.Terms terms(int openings, boolean release, Reservation... reservations) {
        Requirements none = new Requirements(null, null, null, null, false);
        return new Position.Terms("doctor", openings, none, List.of(reservations), release);
    }

    /** Number n has the n-th id and applied n minutes after the first. */
    private static Contestant contestant(int number, String paper, String interview, String... grounds) {
        return new Contestant(
                new UUID(0, number),
                new Scores(new BigDecimal(paper), new BigDecimal(interview)),
                List.of(grounds),
                Education.BACHELOR,
                Title.JUNIOR,
                MORNING.plusSeconds(60L * number));
    }

    private static List<Long> numbers(List<Standing> standings) {
        return standings.stream()
                .map(standing -> standing.application().getLeastSignificantBits())
                .toList();
    }

    private static List<Effect> effects(List<Standing> standings) {
        return standings.stream().map(one -> one.explanation().effect()).toList();
    }

    /** R8: the total is score times weight, exactly, plus preference, rounded half up to two decimals. */
    @Test
    void theTotalShowsHowItCameAbout() {
        Standing one = new RankingRules(rules(), terms(1, true))
                .rank(List.of(contestant(1, "81.35", "70.01", ORDERED)))
                .getFirst();
        assertThat(one.explanation().parts())
                .extracting(part -> part.points().stripTrailingZeros().toPlainString())
                .containsExactly("48.81", "28.004");
        assertThat(one.explanation().preference()).isEqualByComparingTo("3");
        assertThat(one.explanation().total()).isEqualTo(new BigDecimal("79.81"));
        assertThat(one.rank()).isEqualTo(1);
        assertThat(one.explanation().tieRule()).isNull();
    }

    /** R8: preference points of several grounds count up to the cap. */
    @Test
    void preferenceIsCapped() {
        Standing both = new RankingRules(rules(), terms(1, true))
                .rank(List.of(contestant(1, "80", "80", SERVED, ORDERED)))
                .getFirst();
        assertThat(both.explanation().grounds()).hasSize(2);
        assertThat(both.explanation().preference()).isEqualByComparingTo("5");
        assertThat(both.explanation().total()).isEqualByComparingTo("85");
    }

    /** R8: a score that is missing or too low keeps a candidate out, with the reason. */
    @Test
    void whoMissesAMinimumIsNotRanked() {
        Contestant absent = new Contestant(
                new UUID(0, 3),
                new Scores(new BigDecimal("99"), null),
                List.of(),
                Education.DOCTOR,
                Title.SENIOR,
                MORNING);
        List<Standing> ranking = new RankingRules(rules(), terms(5, true))
                .rank(List.of(contestant(1, "59.99", "100"), contestant(2, "60", "50"), absent));
        assertThat(numbers(ranking)).containsExactly(2L, 3L, 1L);
        assertThat(ranking)
                .extracting(one -> one.explanation().objection())
                .containsExactly(null, "interview-missing", "paper-below-minimum");
        assertThat(ranking.get(1).rank()).isNull();
        assertThat(ranking.get(1).explanation().total()).isNull();
        assertThat(effects(ranking)).containsExactly(Effect.BY_RANK, Effect.NOT_RANKED, Effect.NOT_RANKED);
    }

    /** R8: equal totals are decided by the tie rules in their published order, last of all by the earlier application. */
    @Test
    void tieRulesDecideInTheirOrder() {
        Contestant early = contestant(1, "80", "80");
        Contestant spoken = contestant(2, "78", "83");
        Contestant late = contestant(3, "80", "80");
        Contestant learned = new Contestant(
                new UUID(0, 4), late.scores(), List.of(), Education.MASTER, Title.JUNIOR, MORNING.plusSeconds(999));
        List<Contestant> all = List.of(late, early, learned, spoken);
        List<Standing> spokenFirst =
                new RankingRules(rules(TieRule.INTERVIEW, TieRule.EDUCATION), terms(1, true)).rank(all);
        assertThat(numbers(spokenFirst)).containsExactly(2L, 4L, 1L, 3L);
        assertThat(spokenFirst)
                .extracting(one -> one.explanation().tieRule())
                .containsExactly(null, TieRule.INTERVIEW, TieRule.EDUCATION, TieRule.EARLIER_APPLICATION);
        assertThat(numbers(new RankingRules(rules(TieRule.PAPER), terms(1, true)).rank(all)))
                .containsExactly(1L, 3L, 4L, 2L);
        assertThat(numbers(new RankingRules(rules(), terms(1, true)).rank(all))).containsExactly(1L, 2L, 3L, 4L);
    }

    /** R8: a reserved place goes to the best of its ground; who is passed over for it is told so. */
    @Test
    void reservedPlacesGoToTheirGround() {
        List<Contestant> all = List.of(
                contestant(1, "90", "90"),
                contestant(2, "85", "85"),
                contestant(3, "70", "70", ORDERED),
                contestant(4, "65", "65", ORDERED));
        List<Standing> ranking = new RankingRules(rules(), terms(2, true, new Reservation(ORDERED, 1))).rank(all);
        assertThat(ranking).extracting(Standing::seat).containsExactly("open", null, ORDERED, null);
        assertThat(effects(ranking))
                .containsExactly(Effect.BY_RANK, Effect.PASSED_OVER, Effect.RESERVED, Effect.STANDBY);
    }

    /** R8: a reserved place for which nobody qualifies is released, or stays vacant, as was published. */
    @Test
    void unfilledReservationsAreReleasedOrStayVacant() {
        List<Contestant> all = List.of(contestant(1, "90", "90"), contestant(2, "85", "85"), contestant(3, "80", "80"));
        Reservation reserved = new Reservation(SERVED, 1);
        assertThat(effects(new RankingRules(rules(), terms(2, true, reserved)).rank(all)))
                .containsExactly(Effect.BY_RANK, Effect.RELEASED, Effect.STANDBY);
        assertThat(effects(new RankingRules(rules(), terms(2, false, reserved)).rank(all)))
                .containsExactly(Effect.BY_RANK, Effect.PASSED_OVER, Effect.STANDBY);
    }

    /** R8: the place of who declines goes to the next in rank who may have it. */
    @Test
    void theNextInRankSucceeds() {
        Seats kept = new Seats(terms(2, false, new Reservation(ORDERED, 1)));
        Seats released = new Seats(terms(2, true, new Reservation(ORDERED, 1)));
        Contestant plain = contestant(1, "80", "80");
        Contestant ordered = contestant(2, "70", "70", ORDERED);
        assertThat(kept.next("open", List.of(plain, ordered)).orElseThrow().getKey())
                .isEqualTo(plain);
        assertThat(kept.next(ORDERED, List.of(plain, ordered)).orElseThrow().getKey())
                .isEqualTo(ordered);
        assertThat(kept.next(ORDERED, List.of(plain))).isEmpty();
        assertThat(released.next(ORDERED, List.of(plain)).orElseThrow()).isEqualTo(Map.entry(plain, "open"));
        assertThat(released.next("open", List.of())).isEmpty();
    }

    private static List<Contestant> crowd(Random random, int size) {
        List<String> scores = List.of("40.00", "60.00", "60.50", "75.25", "75.25", "90.00", "100");
        return IntStream.range(0, size)
                .mapToObj(number -> {
                    List<String> grounds = new ArrayList<>();
                    if (random.nextInt(3) == 0) {
                        grounds.add(SERVED);
                    }
                    if (random.nextInt(4) == 0) {
                        grounds.add(ORDERED);
                    }
                    return new Contestant(
                            new UUID(random.nextLong(), number),
                            new Scores(
                                    new BigDecimal(scores.get(random.nextInt(scores.size()))),
                                    new BigDecimal(scores.get(random.nextInt(scores.size())))),
                            grounds,
                            Education.values()[random.nextInt(Education.values().length)],
                            Title.values()[random.nextInt(Title.values().length)],
                            MORNING.plusSeconds(random.nextInt(3)));
                })
                .toList();
    }

    /** R8: for thousands of crowds: the order of input is irrelevant, totals fall, places add up, reservations are kept. */
    @Test
    void aRankingKeepsItsRulesForAnyCrowd() {
        Random random = new Random(20260301);
        for (int trial = 0; trial < 2000; trial++) {
            List<Contestant> crowd = crowd(random, random.nextInt(12));
            int openings = 1 + random.nextInt(5);
            int served = random.nextInt(openings + 1);
            List<Reservation> reservations = new ArrayList<>();
            if (served > 0) {
                reservations.add(new Reservation(SERVED, served));
            }
            if (openings - served > 0 && random.nextBoolean()) {
                reservations.add(new Reservation(ORDERED, 1));
            }
            Position.Terms terms = terms(openings, random.nextBoolean(), reservations.toArray(Reservation[]::new));
            ExamRules rules = rules(TieRule.PREFERENCE, TieRule.TITLE);
            List<Standing> ranking = new RankingRules(rules, terms).rank(crowd);
            List<Contestant> shuffled = new ArrayList<>(crowd);
            Collections.shuffle(shuffled, random);
            assertThat(new RankingRules(rules, terms).rank(shuffled)).isEqualTo(ranking);
            assertSound(crowd, ranking, terms);
        }
    }

    private static void assertSound(List<Contestant> crowd, List<Standing> ranking, Position.Terms terms) {
        Map<UUID, Contestant> known = new HashMap<>();
        crowd.forEach(contestant -> known.put(contestant.application(), contestant));
        assertThat(ranking).extracting(Standing::application).containsExactlyInAnyOrderElementsOf(known.keySet());
        List<Standing> ranked =
                ranking.stream().filter(one -> one.rank() != null).toList();
        assertThat(ranked)
                .extracting(Standing::rank)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, ranked.size()).boxed().toList());
        assertThat(ranked)
                .extracting(one -> one.explanation().total())
                .isSortedAccordingTo((first, second) -> second.compareTo(first));
        assertThat(ranking)
                .allSatisfy(one -> assertThat(one.explanation().preference()).isLessThanOrEqualTo(new BigDecimal("5")));
        List<Standing> seated =
                ranking.stream().filter(one -> one.seat() != null).toList();
        assertThat(seated).hasSizeLessThanOrEqualTo(terms.openings()).allMatch(one -> one.rank() != null);
        if (terms.releaseUnfilled()) {
            assertThat(seated).hasSize(Math.min(terms.openings(), ranked.size()));
        }
        for (Reservation reservation : terms.reservations()) {
            long of = seated.stream()
                    .filter(one -> reservation.ground().equals(one.seat()))
                    .count();
            assertThat(of).isLessThanOrEqualTo(reservation.places());
            boolean somebodyWaits = ranked.stream()
                    .filter(one -> one.seat() == null)
                    .anyMatch(one -> known.get(one.application()).grounds().contains(reservation.ground()));
            assertThat(somebodyWaits && of < reservation.places())
                    .as("nobody of a ground waits while a place reserved for it is free")
                    .isFalse();
        }
    }
}
