package org.yilianti.incentive.payrun;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.yilianti.incentive.payscheme.Allowance;
import org.yilianti.incentive.payscheme.PayTerm;
import org.yilianti.incentive.payscheme.PayTerms;
import org.yilianti.incentive.payscheme.PostSalary;
import org.yilianti.platform.money.LargestRemainder;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.Refusal;

/** What a pay scheme gives one person besides points: post salary and allowances (I5). Pure, and independent of the order of its inputs. */
final class FixedPay {

    private static final BigDecimal MINUTES_OF_AN_HOUR = BigDecimal.valueOf(60);

    private final Map<UUID, InstitutionInput> places;
    private final List<ServedMinutes> served;
    private final SequencedMap<String, BigDecimal> minutesBySite = new TreeMap<>();
    private final Map<String, UUID> sites = new HashMap<>();
    private final UUID home;
    private final List<Component> components = new ArrayList<>();

    private FixedPay(Map<UUID, InstitutionInput> places, List<ServedMinutes> served) {
        this.places = places;
        this.served = served;
        for (ServedMinutes one : served) {
            String code = place(one.institution()).code();
            sites.put(code, one.institution());
            minutesBySite.merge(code, one.minutes(), BigDecimal::add);
        }
        String most = minutesBySite.entrySet().stream()
                .max(Map.Entry.<String, BigDecimal>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
        this.home = sites.getOrDefault(most, new UUID(0, 0));
    }

    /**
     * What a term gives a person at an institution.
     *
     * @param quantity minutes of service for salaries and rural allowances, services or sites for the others
     */
    record Component(UUID member, UUID institution, String term, BigDecimal quantity, Money amount) {}

    /**
     * What the terms give these people, who come with all their service of the month.
     *
     * @throws Refusal 409 when no rate of the post salary fits somebody
     */
    static List<Component> of(List<ServedMinutes> everybody, List<InstitutionInput> institutions, PayTerms terms) {
        if (!terms.hasFixed()) {
            return List.of();
        }
        Map<UUID, InstitutionInput> places = new HashMap<>();
        institutions.forEach(one -> places.put(one.id(), one));
        Map<UUID, List<ServedMinutes>> people = new LinkedHashMap<>();
        everybody.forEach(one -> people.computeIfAbsent(one.member(), member -> new ArrayList<>())
                .add(one));
        return people.values().stream()
                .flatMap(served -> new FixedPay(places, served).by(terms).stream())
                .toList();
    }

    /** The same work with what components give it. */
    static List<Work> added(List<Work> work, List<Component> components) {
        Map<List<UUID>, Money> fixed = new HashMap<>();
        components.forEach(one -> fixed.merge(List.of(one.member(), one.institution()), one.amount(), Money::plus));
        return work.stream()
                .map(one -> one.withFixed(fixed.getOrDefault(List.of(one.member(), one.institution()), Money.ZERO)))
                .toList();
    }

    private List<Component> by(PayTerms terms) {
        for (PayTerm term : terms.all()) {
            switch (term) {
                case PostSalary salary -> salary(salary);
                case Allowance.RuralAllowance rural -> rural(rural);
                case Allowance.NightAllowance night ->
                    services(night.code(), night.fenPerService(), one -> one.service()
                            .night());
                case Allowance.EmergencyAllowance emergency ->
                    services(
                            emergency.code(),
                            emergency.fenPerService(),
                            one -> emergency.covers(one.service().kind(), one.calledUp()));
                case Allowance.RotationAllowance rotation ->
                    services(rotation.code(), rotation.fenPerService(), one -> !one.institution()
                            .equals(home));
                case Allowance.MultiSiteAllowance sitesBeyond -> furtherSites(sitesBeyond);
                default -> {}
            }
        }
        return components;
    }

    private void salary(PostSalary term) {
        ServedMinutes person = served.getFirst();
        String title = String.valueOf(person.title());
        String tier = place(home).tier();
        long fen = term.rate(person.category(), title, tier)
                .orElseThrow(() ->
                        Refusal.conflict("payrun.salary-without-rate", String.valueOf(person.category()), title, tier))
                .fen();
        LargestRemainder.split(Money.ofFen(fen), minutesBySite)
                .forEach((code, amount) ->
                        add(code, term.code(), minutesBySite.getOrDefault(code, BigDecimal.ZERO), amount));
    }

    private void rural(Allowance.RuralAllowance term) {
        minutesBySite.forEach((code, minutes) -> {
            if (term.tiers().contains(place(site(code)).tier())) {
                Money amount = Money.ofFen(minutes.multiply(BigDecimal.valueOf(term.fenPerHour()))
                        .divideToIntegralValue(MINUTES_OF_AN_HOUR)
                        .longValueExact());
                add(code, term.code(), minutes, amount);
            }
        });
    }

    private void services(String term, long fen, Predicate<ServedMinutes> counted) {
        SequencedMap<String, Long> count = new TreeMap<>();
        served.stream()
                .filter(counted)
                .forEach(one -> count.merge(place(one.institution()).code(), one.services(), Long::sum));
        count.forEach((code, services) ->
                add(code, term, BigDecimal.valueOf(services), Money.ofFen(Math.multiplyExact(services, fen))));
    }

    private void furtherSites(Allowance.MultiSiteAllowance term) {
        minutesBySite.keySet().stream()
                .filter(code -> !site(code).equals(home))
                .forEach(code -> add(code, term.code(), BigDecimal.ONE, Money.ofFen(term.fenPerSite())));
    }

    private void add(String site, String term, BigDecimal quantity, Money amount) {
        if (!amount.isZero()) {
            components.add(new Component(served.getFirst().member(), site(site), term, quantity, amount));
        }
    }

    private UUID site(String code) {
        return sites.getOrDefault(code, home);
    }

    private InstitutionInput place(UUID institution) {
        InstitutionInput place = places.get(institution);
        if (place == null) {
            throw new IllegalStateException("service at an institution that the run does not have: " + institution);
        }
        return place;
    }
}
