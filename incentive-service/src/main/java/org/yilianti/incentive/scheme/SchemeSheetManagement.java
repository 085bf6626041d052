package org.yilianti.incentive.scheme;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.Caller;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.web.ExpectedVersion;

/** Takes schemes from sheets; a sheet that says what is already there changes nothing. */
@Service
public class SchemeSheetManagement {

    private final SchemeManagement management;
    private final IndicatorSchemes schemes;

    SchemeSheetManagement(SchemeManagement management, IndicatorSchemes schemes) {
        this.management = management;
        this.schemes = schemes;
    }

    /**
     * What a sheet led to.
     *
     * @param scheme the draft, or what was there already; null where nothing was to be written
     * @param differences to the newest edition of the name that there was before; all that is new where there was none
     */
    public record Taken(
            String outcome, @Nullable IndicatorScheme scheme, List<SchemeComparison.Difference> differences) {}

    /** Drafts the next edition of the sheet's name; {@code unchanged} if the newest edition says the same. */
    @Transactional
    public Taken take(Caller caller, SchemeSheetReading.Said said, boolean dryRun) {
        caller.require("*", Role.EVALUATOR);
        Optional<IndicatorScheme> newest = schemes.newest(caller.association(), said.name());
        List<SchemeComparison.Difference> differences = SchemeComparison.between(
                newest.map(IndicatorScheme::content).orElse(SchemeContent.none()), said.content());
        if (newest.isPresent() && differences.isEmpty()) {
            return new Taken("unchanged", newest.get(), List.of());
        }
        return dryRun
                ? new Taken("judged", null, differences)
                : new Taken("drafted", management.draft(caller, said.name(), said.content()), differences);
    }

    /** Gives a draft the content of the sheet, which names it; nothing is written if it is the same. */
    @Transactional
    public IndicatorScheme revise(Caller caller, SchemeId id, ExpectedVersion expected, SchemeSheetReading.Said said) {
        caller.require("*", Role.EVALUATOR);
        IndicatorScheme before = schemes.get(caller.association(), id).requireName(said.name());
        if (SchemeComparison.between(before.content(), said.content()).isEmpty()) {
            expected.check(before.version());
            return before;
        }
        return management.revise(caller, id, expected, said.content());
    }
}
