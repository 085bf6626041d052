package org.yilianti.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.ObjectMapper;

/** Answers with a problem document from a filter, where no controller advice reaches; headers set before are kept. */
public class ProblemWriter {

    private final ProblemFactory problems;
    private final LocaleResolver locales;
    private final ObjectMapper json;

    ProblemWriter(ProblemFactory problems, LocaleResolver locales, ObjectMapper json) {
        this.problems = problems;
        this.locales = locales;
        this.json = json;
    }

    /** The problem {@code code} in the language that {@code request} asks for. */
    public void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatusCode status,
            String code,
            Object... args)
            throws IOException {
        byte[] body =
                json.writeValueAsBytes(problems.of(status, code, args, List.of(), locales.resolveLocale(request)));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
