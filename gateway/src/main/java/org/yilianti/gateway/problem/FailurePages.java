package org.yilianti.gateway.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yilianti.platform.access.WithoutRole;
import org.yilianti.platform.problem.ProblemFactory;

/** The last resort for what failed outside any controller: a page for people, a problem document for programs. */
@Controller
@WithoutRole
@RequestMapping("${spring.web.error.path:/error}")
class FailurePages implements ErrorController {

    private final ProblemFactory problems;

    FailurePages(ProblemFactory problems) {
        this.problems = problems;
    }

    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    String page(HttpServletRequest request, Locale locale, Model model) {
        model.addAttribute("problem", problem(request, locale));
        return "failure";
    }

    @RequestMapping
    ResponseEntity<ProblemDetail> document(HttpServletRequest request, Locale locale) {
        ProblemDetail problem = problem(request, locale);
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    private ProblemDetail problem(HttpServletRequest request, Locale locale) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer value ? HttpStatus.valueOf(value) : HttpStatus.NOT_FOUND;
        return problems.of(status, FailureCodes.of(status), null, List.of(), locale);
    }
}
