package org.yilianti.incentive.campaign;

import java.util.Locale;

/** What a campaign judges. */
public enum CampaignLevel {
    ASSOCIATION,
    INSTITUTION,
    DEPARTMENT,
    PERSON;

    /** Name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static CampaignLevel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
