package org.yilianti.rotation.practice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.agreement.AgreementParties;
import org.yilianti.rotation.agreement.AgreementTerms;
import org.yilianti.rotation.agreement.Insurance;
import org.yilianti.rotation.agreement.LiabilityShares;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.directory.Appointment;
import org.yilianti.rotation.directory.Licence;
import org.yilianti.rotation.directory.Member;
import org.yilianti.rotation.directory.StaffCategory;
import org.yilianti.rotation.directory.Title;

/**
 * How many lawful-practice decisions a second are made in memory, from facts that are loaded already: batches of 10,000 questions about
 * 5,000 synthetic people, two threads. The goal is 50,000 a second (M1).
 */
final class DecisionBenchmark {

    private static final int GOAL = 50_000;
    private static final int PEOPLE = 5_000;
    private static final int BATCH = 10_000;
    private static final int THREADS = 2;
    private static final LocalDate MONTH = LocalDate.of(2026, 10, 1);

    private final Random random = new Random(20_261_001);
    private final UUID home = UUID.randomUUID();
    private final UUID host = UUID.randomUUID();
    private final List<PracticeFacts> people = new ArrayList<>();
    private final List<PracticeQuestion> questions = new ArrayList<>();

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 7;
        new DecisionBenchmark().run(runs);
    }

    private void run(int runs) throws InterruptedException, ExecutionException {
        for (int index = 0; index < PEOPLE; index++) {
            people.add(person());
        }
        for (int index = 0; index < BATCH; index++) {
            LocalDate day = MONTH.plusDays(random.nextInt(31));
            questions.add(PracticeQuestion.on(
                    day, UUID.randomUUID(), index % 4 == 0 ? host : home, index % 3 == 0 ? "cardiology" : null));
        }
        System.out.println("run   decisions/s   permitted");
        double[] rates = new double[runs];
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            measure(threads, 40);
            for (int run = 0; run < runs; run++) {
                rates[run] = measure(threads, 40);
                System.out.printf(
                        Locale.ROOT, "%3d %13.0f %10.1f %%%n", run + 1, rates[run], 100.0 * permitted() / BATCH);
            }
        }
        Arrays.sort(rates);
        double median = rates[runs / 2];
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"decisions\",\"ratio\":%.2f,\"goal\":1.0,\"decisionsPerSecond\":%.0f,\"threads\":%d,\"batch\":%d}%n",
                median / GOAL,
                median,
                THREADS,
                BATCH);
    }

    private double measure(ExecutorService threads, int batches) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        List<Future<Integer>> done = new ArrayList<>();
        for (int batch = 0; batch < batches; batch++) {
            done.add(threads.submit(this::permitted));
        }
        for (Future<Integer> one : done) {
            one.get();
        }
        return (double) batches * BATCH / ((System.nanoTime() - start) / 1e9);
    }

    private int permitted() {
        int permitted = 0;
        for (int index = 0; index < BATCH; index++) {
            if (LawfulPractice.decide(questions.get(index), people.get(index % PEOPLE))
                    .permitted()) {
                permitted++;
            }
        }
        return permitted;
    }

    private PracticeFacts person() {
        UUID id = UUID.randomUUID();
        UUID association = UUID.randomUUID();
        LocalDate since = LocalDate.of(2010, 1, 1);
        boolean nurse = random.nextInt(2) == 0;
        String kind = nurse ? "nurse" : "physician";
        var member = new Member(
                id,
                association,
                "S",
                "synthetic",
                nurse ? StaffCategory.NURSE : StaffCategory.PHYSICIAN,
                Title.INTERMEDIATE,
                null,
                since,
                false);
        LocalDate ends = random.nextInt(10) == 0 ? MONTH.plusDays(10) : null;
        var licence = new Licence(
                UUID.randomUUID(),
                association,
                id,
                "L",
                kind,
                nurse ? "nursing" : "clinical",
                null,
                home,
                new DatePeriod(since, ends),
                random.nextInt(20) == 0 ? new DatePeriod(MONTH.plusDays(5), MONTH.plusDays(9)) : null,
                null);
        var appointment = new Appointment(UUID.randomUUID(), id, home, 100, true, DatePeriod.from(since));
        return new PracticeFacts(
                member,
                List.of(appointment),
                List.of(licence),
                random.nextInt(3) == 0 ? List.of(agreement(association, id)) : List.of());
    }

    private PracticeAgreement agreement(UUID association, UUID member) {
        LocalDate end = MONTH.plusYears(1);
        return PracticeAgreement.concluded(
                association,
                new AgreementParties(UUID.randomUUID(), member, home, host),
                new AgreementTerms(
                        new DatePeriod(MONTH, end),
                        12,
                        "clinic",
                        new LiabilityShares(new BigDecimal("30"), new BigDecimal("60"), new BigDecimal("10")),
                        new Insurance("P", "insurer", Money.ofFen(1), end)));
    }
}
