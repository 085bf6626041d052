package org.yilianti.platform.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.yilianti.platform.personal.PersonalDataCipher;
import org.yilianti.platform.problem.Refusal;

/** Serves each POST once per Idempotency-Key: effect and answer in one transaction, the answer sent after its commit. */
class IdempotencyFilter extends OncePerRequestFilter {

    private static final Pattern WELL_FORMED = Pattern.compile("[\\x21-\\x7e]{1,100}");

    private static final String CORRELATION = "X-Correlation-Id";

    private final IdempotencyKeys keys;
    private final PlatformTransactionManager transactions;
    private final PostEndpoints endpoints;
    private final HandlerExceptionResolver problems;
    private final PersonalDataCipher secrets;
    private final DataSize largest;
    private final SpoolSpace space;

    IdempotencyFilter(
            IdempotencyKeys keys,
            PlatformTransactionManager transactions,
            PostEndpoints endpoints,
            HandlerExceptionResolver problems,
            PersonalDataCipher secrets,
            IdempotencySettings settings) {
        this.keys = keys;
        this.transactions = transactions;
        this.endpoints = endpoints;
        this.problems = problems;
        this.secrets = secrets;
        this.largest = settings.largestBody();
        this.space = new SpoolSpace(settings.mostSpooled());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith("/v1/")
                || !endpoints.contain(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader("Idempotency-Key");
        try {
            if (endpoints.takeWithoutKey(request)) {
                chain.doFilter(request, response);
            } else if (key != null) {
                serveOnce(request, response, chain, wellFormed(key));
            } else {
                throw Refusal.malformed("idempotency.key-missing");
            }
        } catch (RuntimeException failure) {
            if (!response.isCommitted()) {
                answer(request, response, failure);
            } else if (!(failure instanceof Refusal)) { // who has broken off hears no refusal any more
                throw failure;
            }
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, RuntimeException failure) {
        String correlation = response.getHeader(CORRELATION);
        response.reset();
        response.setHeader(CORRELATION, correlation);
        if (problems.resolveException(request, response, null, failure) == null) {
            throw failure;
        }
    }

    private void serveOnce(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String key)
            throws ServletException, IOException {
        try (HashedRequest hashed =
                HashedRequest.of(request, largest, space, () -> endpoints.admit(request, response))) {
            ContentCachingResponseWrapper captured = new ContentCachingResponseWrapper(response);
            serveInTransaction(hashed, captured, chain, key);
            captured.copyBodyToResponse();
        }
    }

    private void serveInTransaction(
            HashedRequest request, ContentCachingResponseWrapper response, FilterChain chain, String key)
            throws ServletException, IOException {
        String caller = caller(request);
        TransactionStatus transaction = transactions.getTransaction(new DefaultTransactionDefinition());
        try {
            Optional<StoredAnswer> served = keys.claim(caller, key);
            if (served.isEmpty()) {
                chain.doFilter(request, response);
            }
            finish(transaction, caller, key, request, response, served.orElse(null));
        } finally {
            if (!transaction.isCompleted()) {
                transactions.rollback(transaction);
            }
        }
    }

    private void finish(
            TransactionStatus transaction,
            String caller,
            String key,
            HashedRequest request,
            ContentCachingResponseWrapper response,
            @Nullable StoredAnswer served)
            throws IOException {
        if (served != null) {
            if (!MessageDigest.isEqual(served.requestHash(), fingerprint(request))) {
                throw Refusal.invalid("idempotency.key-reused");
            }
            served.replay(response);
        } else if (response.getStatus() < 400) {
            if (transaction.isRollbackOnly()) {
                throw new UnexpectedRollbackException("the endpoint answered success though its work is rolled back");
            }
            keys.store(caller, key, StoredAnswer.of(fingerprint(request), response));
            transactions.commit(transaction);
        }
    }

    /** Keyed, since a body may hold what must not be guessed from its hash: a password, a number. */
    private byte[] fingerprint(HashedRequest request) {
        return secrets.lookupHash(HexFormat.of().formatHex(request.hash()));
    }

    private static String caller(HttpServletRequest request) {
        return String.valueOf(request.getRemoteUser());
    }

    private static String wellFormed(String key) {
        if (!WELL_FORMED.matcher(key).matches()) {
            throw Refusal.malformed("idempotency.key-malformed");
        }
        return key;
    }
}
