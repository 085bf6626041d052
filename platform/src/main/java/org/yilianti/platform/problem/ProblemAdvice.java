package org.yilianti.platform.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.yilianti.platform.database.TextMismatch;
import org.yilianti.platform.database.Transience;

/** Turns every exception that leaves a controller into a problem document; the only handler of its kind. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemFactory problems;

    ProblemAdvice(ProblemFactory problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, Locale locale) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(refusal.status());
        if (refusal.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, "2");
        }
        if (refusal.challenge() != null) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, refusal.challenge());
        }
        return answer.body(problems.of(refusal, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> duplicate(DuplicateKeyException duplicate, Locale locale) {
        log.info(
                "refused as a duplicate by the database: {}",
                duplicate.getClass().getSimpleName());
        return answer(HttpStatus.CONFLICT, "request.duplicate", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> forbidden(AccessDeniedException denied, Locale locale) {
        return answer(HttpStatus.FORBIDDEN, "access.denied", locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception failure, Locale locale) {
        if (Transience.isTransient(failure)) {
            log.warn("the database could not serve a request", failure);
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, "1")
                    .body(problem(HttpStatus.SERVICE_UNAVAILABLE, "service.unavailable", locale));
        }
        if (TextMismatch.isCauseOf(failure)) {
            log.info("refused as a text that no code can hold");
            return answer(HttpStatus.BAD_REQUEST, "request.text-unfit", locale);
        }
        log.error("a request failed unexpectedly", failure);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "service.failed", locale);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Violation> violations = invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> new Violation(
                        "/"
                                + error.getField()
                                        .replace('.', '/')
                                        .replace('[', '/')
                                        .replace("]", ""),
                        "field." + error.getCode(),
                        String.valueOf(error.getDefaultMessage())))
                .toList();
        return handleExceptionInternal(
                invalid,
                problems.of(Refusal.invalid(violations), request.getLocale()),
                headers,
                HttpStatus.UNPROCESSABLE_CONTENT,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (unreadable.getRootCause() instanceof Refusal refusal) {
            return handleExceptionInternal(
                    unreadable, problems.of(refusal, request.getLocale()), headers, refusal.status(), request);
        }
        return handleExceptionInternal(unreadable, null, headers, status, request);
    }

    /** A parameter whose reader refused it, with what it refused. */
    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (mismatch.getMostSpecificCause() instanceof Refusal refusal) {
            return handleExceptionInternal(
                    mismatch, problems.of(refusal, request.getLocale()), headers, refusal.status(), request);
        }
        return super.handleTypeMismatch(mismatch, headers, status, request);
    }

    /** Every other exception of the framework: same shape, code {@code http.<status>}. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Object answer = body instanceof ProblemDetail problem
                        && problem.getProperties() != null
                        && problem.getProperties().containsKey("code")
                ? problem
                : problem(status, "http." + status.value(), request.getLocale());
        return super.handleExceptionInternal(failure, answer, headers, status, request);
    }

    private ResponseEntity<ProblemDetail> answer(HttpStatus status, String code, Locale locale) {
        return ResponseEntity.status(status).body(problem(status, code, locale));
    }

    private ProblemDetail problem(HttpStatusCode status, String code, Locale locale) {
        return problems.of(status, code, null, List.of(), locale);
    }
}
