package org.yilianti.incentive.campaign;

import java.util.Locale;

/** How far a campaign has come. */
public enum CampaignStatus {
    DRAFT,
    OPEN,
    /** Scored; to be reviewed by a second person. */
    CLOSED,
    REVIEWED,
    /** Shown to those it is about, who may object. */
    PUBLISHED,
    FINAL;

    /** Name on the wire and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static CampaignStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
