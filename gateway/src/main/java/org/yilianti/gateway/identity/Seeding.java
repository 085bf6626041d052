package org.yilianti.gateway.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.transaction.support.TransactionTemplate;
import org.yilianti.platform.audit.AuditRecord;
import org.yilianti.platform.audit.AuditTrail;

/** Fills an empty store with the configured accounts and clients, before the first request is accepted. */
class Seeding implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(Seeding.class);

    private final SeedSettings seed;
    private final Accounts accounts;
    private final RegisteredClientRepository clients;
    private final ClientKinds kinds;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    /** People who are given the same first password share its hash: hashing is slow by design, and they would know anyway. */
    private final Map<String, String> encoded = new HashMap<>();

    Seeding(
            SeedSettings seed,
            Accounts accounts,
            RegisteredClientRepository clients,
            ClientKinds kinds,
            PasswordEncoder passwords,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.seed = seed;
        this.accounts = accounts;
        this.clients = clients;
        this.kinds = kinds;
        this.passwords = passwords;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!accounts.isEmpty()) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> seed());
            log.atInfo()
                    .addKeyValue("accounts", seed.accounts().size())
                    .addKeyValue("clients", seed.clients().size())
                    .log("the empty store was seeded from configuration");
        } catch (DuplicateKeyException duplicate) {
            if (accounts.isEmpty()) {
                throw new IllegalStateException("gateway.accounts or gateway.clients name something twice", duplicate);
            }
            log.info("another replica is seeding the store");
        } finally {
            encoded.clear();
        }
    }

    private void seed() {
        List<AuditRecord> rows = new ArrayList<>();
        seed.accounts().forEach(person -> rows.add(add(account(person), encode(person.password()))));
        for (SeedSettings.Client client : seed.clients()) {
            if (client.redirectUris().isEmpty()) {
                rows.add(add(account(client), null));
            }
            String secret = client.secret();
            clients.save(kinds.of(client, secret == null ? null : passwords.encode(secret)));
            rows.add(row("client.registered", "client", client.id(), Map.of("redirectUris", client.redirectUris())));
        }
        audit.record(rows);
    }

    private AuditRecord add(Account account, @Nullable String encodedPassword) {
        accounts.add(account, encodedPassword);
        Map<String, ?> detail = Map.of("grants", Grant.claims(account.grants()));
        return row("account.opened", "account", account.name(), detail);
    }

    private AuditRecord row(String action, String subjectType, String subject, Map<String, ?> detail) {
        return new AuditRecord(seed.association(), "system:seeding", action, subjectType, subject, null, detail);
    }

    private Account account(SeedSettings.Person person) {
        return Account.opened(
                person.name(),
                Account.Kind.PERSON,
                seed.association(),
                person.displayName(),
                person.staffNo(),
                grants(person.grants()));
    }

    private Account account(SeedSettings.Client client) {
        return Account.opened(
                client.id(), Account.Kind.MACHINE, seed.association(), client.name(), null, grants(client.grants()));
    }

    private String encode(String password) {
        return encoded.computeIfAbsent(password, plain -> Objects.requireNonNull(passwords.encode(plain)));
    }

    private static List<Grant> grants(List<SeedSettings.Granted> granted) {
        return granted.stream().map(SeedSettings.Granted::grant).toList();
    }
}
