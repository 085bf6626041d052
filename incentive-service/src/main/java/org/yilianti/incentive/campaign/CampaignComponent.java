package org.yilianti.incentive.campaign;

import java.math.BigDecimal;

/** Somebody's part in a judgement; the weights of a campaign sum to exactly 1. */
public record CampaignComponent(ComponentKind kind, BigDecimal weight) {}
