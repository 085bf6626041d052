package org.yilianti.incentive.survey;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.access.InstitutionScope;
import org.yilianti.platform.problem.Refusal;

/** A survey for whoever holds a token and nothing else: the token says what is asked, and answers once. */
@Service
public class SurveyLinkManagement {

    private final Surveys surveys;
    private final SurveyTokens tokens;

    SurveyLinkManagement(Surveys surveys, SurveyTokens tokens) {
        this.surveys = surveys;
        this.tokens = tokens;
    }

    /**
     * What the holder of a token is asked.
     *
     * @param open whether an answer is taken now
     * @param answered whether the token was used up
     */
    public record Asked(String name, String subject, boolean open, boolean answered, List<Question> questions) {}

    /** What a token asks; refuses (404) what is no token. */
    @Transactional(readOnly = true)
    public Asked asked(String token) {
        SurveyTokens.Held held = held(token);
        Survey survey = surveys.get(held.association(), held.survey(), InstitutionScope.ALL);
        QuestionSet set = survey.questions();
        return new Asked(set.name(), held.subject(), survey.open(), held.used(), set.questions());
    }

    /** Takes the answer; refuses a second one (409), an answer after the end (409) and one that fits no question (422). */
    @Transactional
    public void answer(String token, Map<String, Integer> answers) {
        SurveyTokens.Held held = held(token);
        Survey survey = surveys.hold(held.association(), held.survey(), InstitutionScope.ALL)
                .requireOpen();
        survey.questions().violation(answers).ifPresent(wrong -> {
            throw Refusal.invalid(List.of(wrong));
        });
        if (!tokens.use(token)) {
            throw Refusal.conflict("survey.token-used");
        }
        surveys.insert(held.association(), held.survey(), held.subject(), answers);
    }

    private SurveyTokens.Held held(String token) {
        return tokens.find(token).orElseThrow(() -> Refusal.notFound("survey.token-unknown"));
    }
}
