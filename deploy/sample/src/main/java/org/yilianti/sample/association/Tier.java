package org.yilianti.sample.association;

/** Tiers of institutions that the sample has, by the codes of the import template. */
enum Tier {
    TERTIARY_HOSPITAL("tertiary-hospital", true),
    SECONDARY_HOSPITAL("secondary-hospital", true),
    TOWNSHIP_HEALTH_CENTRE("township-health-centre", false),
    COMMUNITY_HEALTH_CENTRE("community-health-centre", false),
    VILLAGE_CLINIC("village-clinic", false);

    private final String code;
    private final boolean hospital;

    Tier(String code, boolean hospital) {
        this.code = code;
        this.hospital = hospital;
    }

    String code() {
        return code;
    }

    boolean hospital() {
        return hospital;
    }

    boolean rural() {
        return this == TOWNSHIP_HEALTH_CENTRE || this == VILLAGE_CLINIC;
    }
}
