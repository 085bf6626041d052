package org.yilianti.incentive.survey.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.yilianti.incentive.survey.SurveyLinkManagement;
import org.yilianti.incentive.survey.SurveyLinkManagement.Asked;
import org.yilianti.incentive.survey.web.QuestionSetController.QuestionAnswer;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.platform.problem.Refusal;

/** The addresses of this service that need no sign-in: whoever was handed a token answers by it, and nobody learns who that was. */
@Configuration(proxyBeanMethods = false)
class OpenSurveys {

    private static final String ADDRESS = "/v1/survey-links/{token}";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{24}");

    /** What is asked, for whoever holds the token. */
    record LinkAnswer(String name, String subject, boolean open, boolean answered, List<QuestionAnswer> questions) {

        static LinkAnswer of(Asked asked) {
            return new LinkAnswer(
                    asked.name(),
                    asked.subject(),
                    asked.open(),
                    asked.answered(),
                    asked.questions().stream().map(QuestionAnswer::of).toList());
        }
    }

    /** What is answered: a number by code of the question; what was left out is left out. */
    record LinkReply(@Nullable Map<String, @Nullable Integer> answers) {

        /** Without what was sent as nothing. */
        Map<String, Integer> given() {
            Map<String, Integer> given = new HashMap<>();
            Objects.requireNonNullElse(answers, Map.<String, @Nullable Integer>of())
                    .forEach((code, value) -> {
                        if (value != null) {
                            given.put(code, value);
                        }
                    });
            return given;
        }
    }

    /** Outside the chain of tokens of people who are signed in, of which there is none here to judge. */
    @Bean
    WebSecurityCustomizer surveysWithoutSignIn() {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        return web -> web.ignoring()
                .requestMatchers(paths.matcher(HttpMethod.GET, ADDRESS), paths.matcher(HttpMethod.PUT, ADDRESS));
    }

    @Bean
    RouterFunction<ServerResponse> surveyRoutes(SurveyLinkManagement links, ProblemFactory problems) {
        HandlerFunction<ServerResponse> read = request -> ServerResponse.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(LinkAnswer.of(links.asked(token(request))));
        HandlerFunction<ServerResponse> answer = request -> {
            links.answer(token(request), body(request).given());
            return ServerResponse.noContent().build();
        };
        return RouterFunctions.route()
                .GET(ADDRESS, read)
                .PUT(ADDRESS, answer)
                .onError(Refusal.class, (refusal, request) -> refused((Refusal) refusal, problems))
                .build();
    }

    /** Refuses (404) what cannot be a token like one that is unknown. */
    private static String token(ServerRequest request) {
        String token = request.pathVariable("token");
        if (!TOKEN.matcher(token).matches()) {
            throw Refusal.notFound("survey.token-unknown");
        }
        return token;
    }

    private static LinkReply body(ServerRequest request) throws IOException, ServletException {
        try {
            return request.body(LinkReply.class);
        } catch (HttpMessageNotReadableException malformed) {
            throw Refusal.malformed("http.400");
        }
    }

    private static ServerResponse refused(Refusal refusal, ProblemFactory problems) {
        return ServerResponse.status(refusal.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(problems.of(refusal, LocaleContextHolder.getLocale()));
    }
}
