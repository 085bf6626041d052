package org.yilianti.platform.test;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.access.Role;

/** Somebody who calls the service under test; immutable, each method gives a changed copy. */
public record TestCaller(
        String name,
        UUID association,
        List<Map<String, Object>> grants,
        @Nullable String staffNo,
        @Nullable Duration signedInFor) {

    /** The association of the contracts' examples. */
    public static final UUID ASSOCIATION = UUID.fromString("01990000-0000-7000-8000-000000000001");

    private static final Duration FRESH = Duration.ofMinutes(2);
    private static final Map<TestCaller, Signed> SIGNED = new ConcurrentHashMap<>();

    public static TestCaller named(String name) {
        return new TestCaller(name, ASSOCIATION, List.of(), null, Duration.ZERO);
    }

    /** Also holds {@code role} for the institutions with these codes; {@code "*"} for all. */
    public TestCaller with(Role role, String... institutions) {
        List<Map<String, Object>> more = new ArrayList<>(grants);
        more.add(Map.of("role", role.claim(), "institutions", List.of(institutions)));
        return new TestCaller(name, association, List.copyOf(more), staffNo, signedInFor);
    }

    public TestCaller staffNo(String number) {
        return new TestCaller(name, association, grants, number, signedInFor);
    }

    /** The same caller in another association. */
    public TestCaller of(UUID other) {
        return new TestCaller(name, other, grants, staffNo, signedInFor);
    }

    /** The same caller, who signed in so long before the token was issued; null for a machine, which never does. */
    public TestCaller signedInFor(@Nullable Duration before) {
        return new TestCaller(name, association, grants, staffNo, before);
    }

    /** An access token that is valid for three minutes at least; signed once for a while, as that takes longer than most answers. */
    public String token() {
        Instant now = Instant.now();
        return SIGNED.compute(
                        this, (same, before) -> before != null && now.isBefore(before.until()) ? before : sign(now))
                .token();
    }

    private Signed sign(Instant now) {
        return new Signed(TestIssuer.sign(claims().build(), "at+jwt"), now.plus(FRESH));
    }

    private record Signed(String token, Instant until) {}

    /** The claims of {@link #token()}, for tests that spoil one. */
    public JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(TestIssuer.ISSUER)
                .audience("yilianti")
                .subject(name)
                .claim("client_id", "test")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                .claim("association", association.toString())
                .claim("grants", grants)
                .claim("staff_no", staffNo)
                .claim(
                        "auth_time",
                        signedInFor == null ? null : now.minus(signedInFor).getEpochSecond());
    }
}
