package org.yilianti.gateway.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.slf4j.MDC;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Builds the gateway's problem documents, in the same shape as those of the services. */
@Component
public class Problems {

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final JsonMapper json;

    Problems(MessageSource messages, LocaleResolver locales, JsonMapper json) {
        this.messages = messages;
        this.locales = locales;
        this.json = json;
    }

    /** The problem {@code code} in the language that {@code request} asks for. */
    public ProblemDetail of(HttpServletRequest request, HttpStatusCode status, String code, Object... args) {
        Locale locale = locales.resolveLocale(request);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, messages.getMessage(code, args, locale));
        problem.setType(URI.create("urn:yilianti:problem:" + code));
        problem.setTitle(
                messages.getMessage("problem.title." + status.value(), null, "HTTP " + status.value(), locale));
        problem.setProperty("code", code);
        String correlation = MDC.get("correlationId");
        if (correlation != null) {
            problem.setProperty("correlationId", correlation);
        }
        return problem;
    }

    /** Answers from a filter, where no controller advice reaches; headers set before are kept. */
    public void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatusCode status,
            String code,
            Object... args)
            throws IOException {
        byte[] body = json.writeValueAsBytes(of(request, status, code, args));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
