package org.yilianti.staff.recruitment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;

/** The campaigns that the rows of a file name, locked by one statement. */
@Component
class CampaignBook {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final CampaignRepository campaigns;

    CampaignBook(CampaignRepository campaigns) {
        this.campaigns = campaigns;
    }

    /** By column {@code campaign_id}, those that the office of the editor's scope holds or has a position in. */
    Map<String, Campaign> seen(Editor editor, List<Entry> entries) {
        Map<String, Campaign> seen = new HashMap<>();
        lock(editor, entries).forEach(campaign -> {
            if (holds(editor, campaign)
                    || campaign.positions().stream().anyMatch(position -> editor.scope()
                            .permits(position.institution().code()))) {
                seen.put(campaign.id().toString(), campaign);
            }
        });
        return seen;
    }

    /** By column {@code campaign_id}, those that the office of the editor's scope holds. */
    Map<String, Campaign> held(Editor editor, List<Entry> entries) {
        Map<String, Campaign> held = new HashMap<>();
        lock(editor, entries).stream()
                .filter(campaign -> holds(editor, campaign))
                .forEach(campaign -> held.put(campaign.id().toString(), campaign));
        return held;
    }

    /** Faults a row whose campaign is not among those. */
    static void judge(Entry entry, Map<String, Campaign> campaigns) {
        String id = entry.text("campaignId", 36);
        if (!id.isEmpty() && !campaigns.containsKey(id)) {
            entry.fault("campaignId", "recruitment.unknown", id);
        }
    }

    static boolean holds(Editor editor, Campaign campaign) {
        return editor.scope().permits(campaign.institution().code());
    }

    private Collection<Campaign> lock(Editor editor, List<Entry> entries) {
        Set<UUID> ids = entries.stream()
                .map(entry -> entry.key("campaignId"))
                .filter(id -> ID.matcher(id).matches())
                .map(UUID::fromString)
                .collect(Collectors.toSet());
        return campaigns.lockAll(editor.association(), ids);
    }
}
