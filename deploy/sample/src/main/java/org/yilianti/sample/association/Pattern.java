package org.yilianti.sample.association;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The pattern of one district: 1 tertiary and 2 secondary hospitals, 12 township and 6 community centres, 60 village clinics,
 * 2,400 people, 0.6 million residents (proportions of the domain notes: a township centre has 48 people, a village clinic 2.3).
 *
 * @param number 0 for the sample association itself, whose first hospital is the lead institution
 * @param staff people of this district, shared out by the pattern
 */
record Pattern(int number, int staff, long seed) {

    static final int STAFF = 2_400;

    private static final int[] HOSPITAL_STAFF = {770, 370, 330};
    private static final int[] TOWNSHIP_STAFF = {52, 44, 60, 48, 38, 46, 56, 42, 50, 36, 54, 50};
    private static final int[] COMMUNITY_STAFF = {40, 36, 34, 38, 32, 36};
    private static final int[] VILLAGE_STAFF = {2, 2, 3, 2, 2, 3, 2, 2, 3, 2};
    private static final int VILLAGES = 60;
    private static final int VILLAGES_OF_A_TOWNSHIP = VILLAGES / TOWNSHIP_STAFF.length;
    private static final int RESIDENTS_PER_TOWNSHIP_STAFF = 690;
    private static final int RESIDENTS_PER_COMMUNITY_STAFF = 945;

    /** Institutions in the order of the list: parents before their children. */
    List<Site> sites() {
        var random = new Random(seed ^ (number * 0x9E3779B97F4A7C15L));
        int[] staffOf = staffPerSite();
        int at = HOSPITAL_STAFF.length;
        var primary = new ArrayList<Site>();
        for (int i = 0; i < TOWNSHIP_STAFF.length; i++) {
            primary.add(township(i, staffOf[at++], random));
        }
        for (int i = 0; i < COMMUNITY_STAFF.length; i++) {
            primary.add(community(i, staffOf[at++], random));
        }
        var sites = new ArrayList<Site>(hospitals(staffOf, primary));
        sites.addAll(primary);
        for (int i = 0; i < VILLAGES; i++) {
            sites.add(village(i, staffOf[at++], primary.get(i / VILLAGES_OF_A_TOWNSHIP), random));
        }
        return sites;
    }

    private int[] staffPerSite() {
        var weights = new ArrayList<Integer>();
        for (int[] group : List.of(HOSPITAL_STAFF, TOWNSHIP_STAFF, COMMUNITY_STAFF)) {
            for (int size : group) {
                weights.add(size);
            }
        }
        for (int i = 0; i < VILLAGES; i++) {
            weights.add(VILLAGE_STAFF[i % VILLAGE_STAFF.length]);
        }
        return Shares.of(
                staff, weights.stream().mapToDouble(Integer::doubleValue).toArray());
    }

    private List<Site> hospitals(int[] staffOf, List<Site> primary) {
        int residents = primary.stream().mapToInt(Site::population).sum();
        var area = primary.stream().map(Site::area).reduce(BigDecimal.ZERO, BigDecimal::add);
        String[] names = {"人民医院", "第二人民医院", "中医院"};
        String[] namesEn = {"People's Hospital", "Second People's Hospital", "Hospital of Traditional Chinese Medicine"
        };
        int[] partners = {3, 3, 2};
        int[] shareOfResidents = {100, 45, 35};
        var hospitals = new ArrayList<Site>();
        for (int i = 0; i < HOSPITAL_STAFF.length; i++) {
            hospitals.add(new Site(
                    hospital(i + 1),
                    district() + names[i],
                    districtEn() + namesEn[i],
                    i == 0 ? Tier.TERTIARY_HOSPITAL : Tier.SECONDARY_HOSPITAL,
                    number == 0 && i == 0,
                    (int) ((long) residents * shareOfResidents[i] / 100),
                    area,
                    latitude(i * 0.012),
                    longitude(i * -0.015),
                    "",
                    hospital(partners[i]),
                    staffOf[i]));
        }
        return hospitals;
    }

    private Site township(int i, int people, Random random) {
        int index = number * TOWNSHIP_STAFF.length + i;
        var name = PlaceNames.TOWNSHIPS.get(i);
        return new Site(
                "T%02d".formatted(index + 1),
                district() + name.name() + "卫生院",
                districtEn() + name.latin() + " Township Health Centre",
                Tier.TOWNSHIP_HEALTH_CENTRE,
                false,
                around(residents(TOWNSHIP_STAFF[i] * RESIDENTS_PER_TOWNSHIP_STAFF), random),
                tenths(600 + random.nextInt(800)),
                latitude((random.nextDouble() - 0.5) * 0.5),
                longitude((random.nextDouble() - 0.5) * 0.6),
                "",
                "V%03d".formatted(number * VILLAGES + i * VILLAGES_OF_A_TOWNSHIP + 1),
                people);
    }

    private Site community(int i, int people, Random random) {
        var name = PlaceNames.COMMUNITIES.get(i);
        return new Site(
                "C%02d".formatted(number * COMMUNITY_STAFF.length + i + 1),
                district() + name.name() + "社区卫生服务中心",
                districtEn() + name.latin() + " Community Health Centre",
                Tier.COMMUNITY_HEALTH_CENTRE,
                false,
                around(residents(COMMUNITY_STAFF[i] * RESIDENTS_PER_COMMUNITY_STAFF), random),
                tenths(40 + random.nextInt(50)),
                latitude((random.nextDouble() - 0.5) * 0.08),
                longitude((random.nextDouble() - 0.5) * 0.08),
                "",
                hospital(1),
                people);
    }

    private Site village(int i, int people, Site centre, Random random) {
        var township = PlaceNames.TOWNSHIPS.get(i / VILLAGES_OF_A_TOWNSHIP);
        var name = PlaceNames.VILLAGES.get(i % VILLAGES_OF_A_TOWNSHIP);
        return new Site(
                "V%03d".formatted(number * VILLAGES + i + 1),
                district() + township.name() + name.name() + "卫生室",
                districtEn() + township.latin() + " " + name.latin() + " Village Clinic",
                Tier.VILLAGE_CLINIC,
                false,
                residents(800 + random.nextInt(1_800)),
                tenths(30 + random.nextInt(90)),
                centre.latitude().add(degrees(0, (random.nextDouble() - 0.5) * 0.08)),
                centre.longitude().add(degrees(0, (random.nextDouble() - 0.5) * 0.08)),
                centre.code(),
                centre.code(),
                people);
    }

    /** Districts lie on a grid, twenty from south to north. */
    private BigDecimal latitude(double offset) {
        int row = number % 20;
        return degrees(28.5 + row * 0.3, offset);
    }

    private BigDecimal longitude(double offset) {
        int column = number / 20;
        return degrees(112.0 + column * 0.3, offset);
    }

    private String hospital(int which) {
        return "H%02d".formatted(number * HOSPITAL_STAFF.length + which);
    }

    private String district() {
        return number == 0 ? "云岭" : "云岭" + (number + 1) + "区";
    }

    private String districtEn() {
        return number == 0 ? "Yunling " : "Yunling District " + (number + 1) + " ";
    }

    private int residents(int ofTheFullPattern) {
        return (int) ((long) ofTheFullPattern * staff / STAFF);
    }

    /** Within 8 % of a number of residents. */
    private static int around(int residents, Random random) {
        return (int) ((long) residents * (920 + random.nextInt(161)) / 1_000);
    }

    private static BigDecimal tenths(int value) {
        return BigDecimal.valueOf(value, 1);
    }

    private static BigDecimal degrees(double base, double offset) {
        return BigDecimal.valueOf(Math.round((base + offset) * 10_000), 4);
    }
}
