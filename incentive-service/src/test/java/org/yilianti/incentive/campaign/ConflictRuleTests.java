package org.yilianti.incentive.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yilianti.incentive.campaign.ConflictRule.Judge;
import org.yilianti.platform.problem.Refusal;

/** Who must not judge what (I3: conflict of interest refused with its reason). */
class ConflictRuleTests {

    private static final UUID HERE = UUID.randomUUID();
    private static final UUID ELSEWHERE = UUID.randomUUID();
    private static final Subject PLACE = new Subject("H1", HERE, "H1", "H1", null);
    private static final Subject PERSON = new Subject("S1", HERE, "H1", "S1", "S1");
    private static final CampaignRules STRICT = CampaignRules.standard();
    private static final CampaignRules OWN_ALLOWED = new CampaignRules(5, 1, 3, 30, "block", true, 7, 20);

    private static @Nullable String refusal(ComponentKind kind, Subject subject, Judge judge, CampaignRules rules) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> ConflictRule.check(kind, subject, judge, rules));
        return refusal == null ? null : refusal.code();
    }

    @Test
    void nobodyJudgesThemselfButInTheSelfEvaluation() {
        Judge own = new Judge("one", "S1", ELSEWHERE);
        assertThat(refusal(ComponentKind.PANEL, PERSON, own, OWN_ALLOWED)).isEqualTo("campaign.conflict-oneself");
        assertThat(refusal(ComponentKind.SECTOR, PERSON, own, OWN_ALLOWED)).isEqualTo("campaign.conflict-oneself");
        assertThat(refusal(ComponentKind.SELF, PERSON, new Judge("one", "S1", HERE), STRICT))
                .isNull();
    }

    @Test
    void inTheSelfEvaluationOfAPersonNobodyElseSpeaks() {
        assertThat(refusal(ComponentKind.SELF, PERSON, new Judge("other", "S2", HERE), STRICT))
                .isEqualTo("campaign.conflict-not-oneself");
        assertThat(refusal(ComponentKind.SELF, PERSON, new Judge("outsider", null, null), STRICT))
                .isEqualTo("campaign.conflict-not-oneself");
    }

    @Test
    void expertsJudgeTheirOwnInstitutionOnlyWhereThePolicyAllowsIt() {
        Judge local = new Judge("local", "S2", HERE);
        assertThat(refusal(ComponentKind.PANEL, PLACE, local, STRICT)).isEqualTo("campaign.conflict-own-institution");
        assertThat(refusal(ComponentKind.PANEL, PERSON, local, STRICT)).isEqualTo("campaign.conflict-own-institution");
        assertThat(refusal(ComponentKind.PANEL, PLACE, local, OWN_ALLOWED)).isNull();
        assertThat(refusal(ComponentKind.PANEL, PLACE, new Judge("guest", "S3", ELSEWHERE), STRICT))
                .isNull();
        assertThat(refusal(ComponentKind.PANEL, PLACE, new Judge("outsider", null, null), STRICT))
                .isNull();
        assertThat(refusal(ComponentKind.PANEL, Subject.association(), local, STRICT))
                .as("everybody belongs to the association")
                .isNull();
    }

    @Test
    void anInstitutionSpeaksForItselfThroughItsOwnPeople() {
        assertThat(refusal(ComponentKind.SELF, PLACE, new Judge("guest", "S3", ELSEWHERE), STRICT))
                .isEqualTo("campaign.conflict-from-elsewhere");
        assertThat(refusal(ComponentKind.SELF, PLACE, new Judge("local", "S2", HERE), STRICT))
                .isNull();
    }
}
