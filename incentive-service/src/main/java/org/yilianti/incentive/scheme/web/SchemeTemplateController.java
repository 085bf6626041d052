package org.yilianti.incentive.scheme.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yilianti.platform.access.Requires;
import org.yilianti.platform.access.Role;
import org.yilianti.platform.problem.Refusal;
import tools.jackson.databind.ObjectMapper;

/**
 * Ready-made schemes, to be posted as drafts as they are or changed.
 *
 * <p>{@code basic-public-health-services}: the eleven items of the national basic public health services. The weights of its first
 * level are one province's (organisation 17, funds 23, execution 50, effect 5, overall 5); those below and the targets are common
 * practice and meant to be changed. Values come from where they come from in practice: rates from the registers of public health, as an
 * evaluator enters or imports them; events of health education from records of delivered outreach; awareness and satisfaction, in points of
 * 100, from surveys among residents, one each; errors from verification samples.
 */
@RestController
@RequestMapping("/v1/indicator-scheme-templates")
class SchemeTemplateController {

    private static final List<String> CODES = List.of("basic-public-health-services");

    private final ObjectMapper json;

    SchemeTemplateController(ObjectMapper json) {
        this.json = json;
    }

    /** A ready-made scheme. */
    record SchemeTemplate(String code, String name, int indicators) {}

    @GetMapping
    @Requires({Role.EVALUATOR, Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    List<SchemeTemplate> list() {
        return CODES.stream()
                .map(code -> new SchemeTemplate(
                        code, template(code).name(), template(code).indicators().size()))
                .toList();
    }

    @GetMapping("/{code}")
    @Requires({Role.EVALUATOR, Role.PAYROLL_OFFICER, Role.PAYROLL_REVIEWER, Role.AUDITOR})
    SchemeRequest read(@PathVariable String code) {
        if (!CODES.contains(code)) {
            throw Refusal.notFound("scheme.template-not-found", code);
        }
        return template(code);
    }

    private SchemeRequest template(String code) {
        try (InputStream stored = new ClassPathResource("schemes/" + code + ".json").getInputStream()) {
            return json.readValue(stored, SchemeRequest.class);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
