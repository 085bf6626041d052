package org.yilianti.sample.association;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which people an institution has: shares of categories, titles and specialties by tier.
 *
 * <p>Hospitals (a pilot city, 2023): physicians 27.9 %, nurses 44.8 % (1.61 a physician), all health technicians 86 %,
 * logistics 8.3 %, the rest administration. Primary care: physicians 32.9 %, 0.80 nurses a physician.
 */
final class Staffing {

    // In the order of the categories.
    private static final double[] HOSPITAL = {26.9, 1.0, 44.8, 4.6, 6.4, 0, 2.3, 5.7, 8.3};
    private static final double[] TOWNSHIP = {22.9, 10.0, 26.3, 7.0, 7.0, 0, 12.0, 5.0, 9.8};
    private static final double[] COMMUNITY = {24.9, 8.0, 26.3, 7.0, 7.0, 0, 14.0, 8.0, 4.8};

    // In the order of the titles.
    private static final double[] HOSPITAL_DOCTORS = {10, 20, 35, 35, 0};
    private static final double[] PRIMARY_DOCTORS = {1, 8, 33, 58, 0};
    private static final double[] HOSPITAL_OTHERS = {1, 8, 34, 52, 5};
    private static final double[] PRIMARY_OTHERS = {0, 3, 24, 60, 13};
    private static final double[] UNTITLED = {0, 1, 6, 13, 80};

    private static final List<Specialty> HOSPITAL_SPECIALTIES = List.of(
            Specialty.INTERNAL_MEDICINE,
            Specialty.SURGERY,
            Specialty.EMERGENCY,
            Specialty.OBSTETRICS,
            Specialty.PAEDIATRICS,
            Specialty.CARDIOLOGY,
            Specialty.NEUROLOGY,
            Specialty.ORTHOPAEDICS,
            Specialty.ANAESTHESIA,
            Specialty.TCM,
            Specialty.DERMATOLOGY,
            Specialty.OPHTHALMOLOGY,
            Specialty.DENTISTRY,
            Specialty.PUBLIC_HEALTH);

    // No dentist at a township centre: the sample month asks for one and must find nobody.
    private static final List<Specialty> PRIMARY_SPECIALTIES = List.of(
            Specialty.GENERAL_PRACTICE,
            Specialty.GENERAL_PRACTICE,
            Specialty.INTERNAL_MEDICINE,
            Specialty.GENERAL_PRACTICE,
            Specialty.PUBLIC_HEALTH,
            Specialty.TCM,
            Specialty.SURGERY,
            Specialty.OBSTETRICS);

    private Staffing() {}

    /** The places of one institution, physicians with the highest titles first; a doctor of the month before all others. */
    static List<Position> of(Site site) {
        if (site.tier() == Tier.VILLAGE_CLINIC) {
            return villageClinic(site.staff());
        }
        var positions = new ArrayList<Position>();
        for (var entry : counts(site).entrySet()) {
            positions.addAll(positions(site, entry.getKey(), entry.getValue()));
        }
        return positions;
    }

    /** How many people of each category an institution that is not a village clinic has. */
    static Map<Category, Integer> counts(Site site) {
        int[] shares = Shares.of(
                site.staff(),
                switch (site.tier()) {
                    case TERTIARY_HOSPITAL, SECONDARY_HOSPITAL -> HOSPITAL;
                    case TOWNSHIP_HEALTH_CENTRE, VILLAGE_CLINIC -> TOWNSHIP;
                    case COMMUNITY_HEALTH_CENTRE -> COMMUNITY;
                });
        var counts = new EnumMap<Category, Integer>(Category.class);
        int next = 0;
        for (var category : Category.values()) {
            counts.put(category, shares[next++]);
        }
        return counts;
    }

    private static List<Position> positions(Site site, Category category, int count) {
        var roles = category == Category.PHYSICIAN ? Role.of(site.code()) : List.<Role>of();
        int[] titles = Shares.of(count, titleShares(site, category));
        var positions = new ArrayList<Position>();
        for (int i = 0; i < count; i++) {
            var role = i < roles.size() ? roles.get(i) : null;
            boolean head = category == Category.PHYSICIAN && i == roles.size();
            positions.add(
                    role == null
                            ? new Position(category, title(titles, i), specialty(site, category, i), head, null)
                            : new Position(category, role.title(), role.specialty(), false, role));
        }
        return positions;
    }

    private static double[] titleShares(Site site, Category category) {
        return switch (category) {
            case PHYSICIAN -> site.tier().hospital() ? HOSPITAL_DOCTORS : PRIMARY_DOCTORS;
            case ASSISTANT_PHYSICIAN -> new double[] {0, 0, 0, 1, 0};
            case NURSE, PHARMACIST, TECHNICIAN, OTHER_HEALTH_TECHNICIAN ->
                site.tier().hospital() ? HOSPITAL_OTHERS : PRIMARY_OTHERS;
            case VILLAGE_DOCTOR, MANAGEMENT, LOGISTICS -> UNTITLED;
        };
    }

    private static Title title(int[] counts, int index) {
        int upTo = 0;
        for (var title : Title.values()) {
            upTo += counts[title.rank()];
            if (index < upTo) {
                return title;
            }
        }
        throw new IllegalStateException("position " + index + " is beyond the " + upTo + " of its category");
    }

    private static @Nullable Specialty specialty(Site site, Category category, int index) {
        return switch (category) {
            case PHYSICIAN, ASSISTANT_PHYSICIAN -> {
                var choices = site.tier().hospital() ? HOSPITAL_SPECIALTIES : PRIMARY_SPECIALTIES;
                yield choices.get(index % choices.size());
            }
            case NURSE -> Specialty.NURSING;
            case PHARMACIST -> Specialty.PHARMACY;
            case TECHNICIAN -> index % 3 == 2 ? Specialty.IMAGING : Specialty.LABORATORY;
            case VILLAGE_DOCTOR -> Specialty.VILLAGE;
            case OTHER_HEALTH_TECHNICIAN -> Specialty.PUBLIC_HEALTH;
            case MANAGEMENT, LOGISTICS -> null;
        };
    }

    private static List<Position> villageClinic(int staff) {
        var positions = new ArrayList<Position>();
        for (int i = 0; i < staff; i++) {
            positions.add(
                    i % 3 == 2
                            ? new Position(Category.NURSE, Title.JUNIOR, Specialty.NURSING, false, null)
                            : new Position(
                                    Category.VILLAGE_DOCTOR,
                                    i == 0 ? Title.JUNIOR : Title.NONE,
                                    Specialty.VILLAGE,
                                    i == 0,
                                    null));
        }
        return positions;
    }
}
