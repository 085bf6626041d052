package org.yilianti.incentive.payrun.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yilianti.incentive.payrun.web.StatementAnswer.CorrectionAnswer;
import org.yilianti.incentive.payrun.web.StatementAnswer.StatementLine;
import org.yilianti.platform.money.Money;
import org.yilianti.platform.problem.ProblemFactory;

/** Tells in words, in the reader's language, how each amount of a statement came about. */
@Component
class StatementStory {

    private final ProblemFactory messages;

    StatementStory(ProblemFactory messages) {
        this.messages = messages;
    }

    String title(StatementAnswer statement, Locale locale) {
        return say("payrun.story.title", locale, statement.month());
    }

    /** Whose statement it is, and the whole amount. */
    String summary(StatementAnswer statement, Locale locale) {
        return say("payrun.story.person", locale, statement.name(), statement.staffNo(), yuan(statement.amountFen()));
    }

    /** Where one line's amount comes from, and what was corrected with it. */
    List<String> line(StatementLine line, Locale locale) {
        List<String> story = new ArrayList<>();
        String english = locale.getLanguage().equals("zh") ? null : line.institutionNameEn();
        story.add(say(
                "payrun.story.institution",
                locale,
                line.institutionCode(),
                english == null ? line.institutionName() : english,
                line.institutionPopulation(),
                line.institutionScore(),
                yuan(line.institutionShareFen()),
                yuan(line.institutionAmountFen()),
                line.institutionPoints()));
        story.add(say(
                "payrun.story.work",
                locale,
                line.workload(),
                line.quality(),
                line.title(),
                line.coefficient(),
                line.points(),
                yuan(line.amountFen() - line.fixedFen())));
        story.add(say(
                "payrun.story.terms",
                locale,
                line.terms().stream()
                        .map(term -> term.name(locale) + " " + term.value())
                        .collect(Collectors.joining(" · "))));
        for (CorrectionAnswer one : line.corrections()) {
            story.add(say(
                    "payrun.story.correction",
                    locale,
                    one.month(),
                    yuan(one.grantedFen()),
                    yuan(one.shouldFen()),
                    yuan(one.amountFen()),
                    yuan(one.leftFen())));
            one.causes().forEach(cause -> story.add(say("payrun.story.cause", locale, cause.kind(), cause.id())));
        }
        return story;
    }

    /** The heads of the columns of a line's records. */
    List<String> columns(Locale locale) {
        return List.of(say("payrun.story.columns", locale).split("\\|"));
    }

    String yesOrNo(boolean value, Locale locale) {
        return say(value ? "payrun.story.yes" : "payrun.story.no", locale);
    }

    private String say(String code, Locale locale, Object... args) {
        Object[] texts = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            texts[i] = String.valueOf(args[i]);
        }
        return messages.text(code, texts, locale);
    }

    private static String yuan(long fen) {
        return Money.ofFen(fen).toString();
    }
}
