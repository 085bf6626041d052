package org.yilianti.platform.problem;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Builds problem documents: type, title, status, detail, code, errors, correlationId. */
public class ProblemFactory {

    private final MessageSource messages;

    ProblemFactory(MessageSource messages) {
        this.messages = messages;
    }

    /** The problem for {@code refusal} in the language of {@code locale}. */
    public ProblemDetail of(Refusal refusal, Locale locale) {
        return of(refusal.status(), refusal.code(), refusal.args(), refusal.violations(), locale);
    }

    /** A problem whose title comes from {@code problem.title.<status>} and whose detail from {@code code}. */
    public ProblemDetail of(
            HttpStatusCode status, String code, Object @Nullable [] args, List<Violation> violations, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, text(code, args, locale));
        problem.setType(URI.create("urn:yilianti:problem:" + code));
        problem.setTitle(text("problem.title." + status.value(), null, locale));
        problem.setProperty("code", code);
        if (!violations.isEmpty()) {
            problem.setProperty(
                    "errors",
                    violations.stream()
                            .map(violation -> error(violation, locale))
                            .toList());
        }
        String correlation = MDC.get("correlationId");
        if (correlation != null) {
            problem.setProperty("correlationId", correlation);
        }
        return problem;
    }

    /** The message of {@code code}, or the code itself where the bundle has none. */
    public String text(String code, Object @Nullable [] args, Locale locale) {
        String text = messages.getMessage(code, args, code, locale);
        return text == null ? code : text;
    }

    private Map<String, String> error(Violation violation, Locale locale) {
        return Map.of(
                "pointer", violation.pointer(),
                "code", violation.code(),
                "message", text(violation.code(), violation.args(), locale));
    }
}
