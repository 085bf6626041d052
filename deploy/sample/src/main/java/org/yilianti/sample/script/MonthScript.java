package org.yilianti.sample.script;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The sample month: who applies where, what is to be staffed, whose licence is suspended, and how the month is paid. */
public record MonthScript(
        String month, List<Application> applications, Roster roster, Suspension suspension, Service service, Pay pay) {

    private static final String FILE = "month.json";

    /** How an application ends. */
    public enum Outcome {
        FILED,
        REFUSED_BY_RULE,
        REFUSED_BY_PERSON
    }

    /**
     * One doctor's wish to practise at a second institution.
     *
     * @param applicant account that sends the application
     * @param home code of the main practice institution
     * @param refusal what the host's registrar says when a person refuses
     */
    public record Application(
            String staffNo,
            String applicant,
            String home,
            String host,
            String validFrom,
            String validTo,
            int weeklyHours,
            String tasks,
            Liability liability,
            Insurance insurance,
            Outcome outcome,
            @Nullable String refusal) {}

    /** Shares of the responsibility for medical risk, in percent with two decimals; they sum to 100.00. */
    public record Liability(String homePercent, String hostPercent, String memberPercent) {}

    /** Cover of the doctor at the host, in fen. */
    public record Insurance(String policyNumber, String insurer, long coverFen, String validTo) {}

    /** What is to be staffed, and how long and from which seed the planner may search. */
    public record Roster(int seconds, long seed, List<Demand> demands) {}

    /** The month's duty demand of one institution. */
    public record Demand(String institution, List<Shift> shifts) {}

    /** People needed at the same hours on the same days of the week. */
    public record Shift(
            String code,
            String name,
            String start,
            int minutes,
            boolean night,
            String category,
            @Nullable String specialty,
            List<String> weekdays,
            int minimum,
            int desired) {}

    /** The licence of one doctor, suspended from a day of the month on. */
    public record Suspension(String staffNo, String from, String reason) {}

    /**
     * What the hospital system reports beside the duties worked.
     *
     * @param outreach doctors who go out from an institution to people's homes and villages
     * @param unlawful a doctor who serves where no agreement allows it
     */
    public record Service(List<Outreach> outreach, Outreach unlawful, String unknownStaffNo) {}

    /** Somebody's service at an institution outside the roster. */
    public record Outreach(String staffNo, String institution) {}

    /** How the month is evaluated and paid. */
    public record Pay(
            List<String> institutions,
            String scheme,
            List<Indicator> indicators,
            List<Measure> measures,
            List<Quality> quality,
            String pool,
            String source,
            long amountFen) {}

    /** One line of the indicator scheme; the weights sum to 1. */
    public record Indicator(String code, String name, String nameEn, String weight, String target, String scoring) {}

    /** A verified count or rate of one institution. */
    public record Measure(String institution, String indicator, String value) {}

    /** A person's quality of work, 1 being the rule. */
    public record Quality(String staffNo, String quality) {}

    /** Reads the script of a sample directory. */
    public static MonthScript in(Path directory) {
        return JsonMapper.shared().readValue(directory.resolve(FILE), MonthScript.class);
    }

    /** Writes the script into a sample directory. */
    public void writeTo(Path directory) {
        writer().writeValue(directory.resolve(FILE), this);
    }

    /** Writes JSON with line breaks that are the same on every machine. */
    public static ObjectWriter writer() {
        var printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        return JsonMapper.shared().writer().with(printer);
    }
}
