package org.yilianti.incentive.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yilianti.incentive.sheet.SheetLine;
import org.yilianti.incentive.sheet.SheetRow;
import org.yilianti.incentive.sheet.TitledSheet;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.problem.Violation;

/**
 * Paper questionnaires as a table: a line for each, with its number, its subject and a column for each question; what was left out stays
 * empty. Column names have a capital letter, so that no question is called the same.
 */
public final class PaperSheet {

    static final String NUMBER = "questionnaireNo";
    static final String SUBJECT = "subjectCode";

    private static final Pattern DIGITS = Pattern.compile("\\d{1,2}");
    private static final int LONGEST_NUMBER = 50;
    private static final int MOST = 2000;

    private final Survey survey;
    private final Map<String, Long> lines = new HashMap<>();
    private final List<Paper> papers = new ArrayList<>();

    private PaperSheet(Survey survey) {
        this.survey = survey;
    }

    /** A questionnaire that can be counted. */
    record Paper(SheetLine line, String number, String subject, Map<String, Integer> answers) {}

    /** What a table holds; further faults may be noted on the lines of its papers. */
    record Read(TitledSheet sheet, List<Paper> papers) {

        List<Violation> faults() {
            return sheet.faults();
        }
    }

    /** The header that a survey's table has. */
    public static List<String> titles(Survey survey) {
        List<String> titles = new ArrayList<>(List.of(NUMBER, SUBJECT));
        survey.questions().questions().forEach(one -> titles.add(one.code()));
        return titles;
    }

    /** Refuses (422) a table without the right columns, or one too long; whatever else is wrong is noted by line. */
    static Read read(Survey survey, List<SheetRow> rows) {
        Set<String> titles = new HashSet<>(titles(survey));
        TitledSheet sheet = TitledSheet.of(rows, titles, titles);
        if (sheet.lines().size() > MOST) {
            throw Refusal.invalid("survey.sheet-too-long", sheet.lines().size(), MOST);
        }
        PaperSheet reading = new PaperSheet(survey);
        sheet.lines().forEach(reading::add);
        return new Read(sheet, reading.papers);
    }

    private void add(SheetLine line) {
        String number = line.text(NUMBER, LONGEST_NUMBER).strip();
        String subject = line.raw(SUBJECT).strip();
        Long before = lines.putIfAbsent(number, line.number());
        if (before != null && !number.isEmpty()) {
            line.fault(NUMBER, "survey.number-repeated", number, before);
        }
        if (survey.subjects().stream().noneMatch(one -> one.code().equals(subject))) {
            line.fault(SUBJECT, "survey.subject-unknown", subject);
        }
        Map<String, Integer> answers = answers(line);
        if (line.sound() && answers.isEmpty()) {
            line.fault("", "survey.nothing-answered");
        }
        if (line.sound()) {
            papers.add(new Paper(line, number, subject, answers));
        }
    }

    private Map<String, Integer> answers(SheetLine line) {
        Map<String, Integer> answers = new LinkedHashMap<>();
        for (Question question : survey.questions().questions()) {
            String text = line.raw(question.code()).strip();
            if (DIGITS.matcher(text).matches() && question.takes(Integer.parseInt(text))) {
                answers.put(question.code(), Integer.parseInt(text));
            } else if (!text.isEmpty()) {
                line.fault(question.code(), "survey.answer-invalid", question.code(), text);
            }
        }
        return answers;
    }
}
