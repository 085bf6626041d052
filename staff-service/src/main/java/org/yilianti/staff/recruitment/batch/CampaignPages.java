package org.yilianti.staff.recruitment.batch;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.yilianti.staff.bulk.RegistryList.Export;
import org.yilianti.staff.listing.SortOrder;
import org.yilianti.staff.listing.WholeList;
import org.yilianti.staff.recruitment.Campaign;
import org.yilianti.staff.recruitment.CampaignDirectory;

/** Walks through the campaigns that an export shows. */
@Component
class CampaignPages {

    private static final SortOrder BY_DAY =
            SortOrder.of(null, Map.of("applyUntil", "c.apply_until"), "applyUntil", "c.id");
    private static final CampaignDirectory.Filter ALL = new CampaignDirectory.Filter(null, null);

    private final CampaignDirectory campaigns;

    CampaignPages(CampaignDirectory campaigns) {
        this.campaigns = campaigns;
    }

    /** Gives every page to {@code each}: campaigns that are held within scope or have a position there. */
    void forEach(Export export, Consumer<List<Campaign>> each) {
        WholeList.forEach(
                page -> campaigns.list(export.association(), export.scope(), ALL, BY_DAY, page),
                row -> SortOrder.cursor(row.details().applyUntil(), row.id()),
                each);
    }
}
