package org.yilianti.gateway.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.JdbcRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.transaction.support.TransactionTemplate;
import org.yilianti.gateway.secret.MasterKey;
import org.yilianti.platform.audit.AuditTrail;

/** The embedded authorization server: everything it remembers is in the database, so any replica can go on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnEmbeddedIssuer
class EmbeddedIssuer {

    private static final String CLIENT_SECRET = "gateway-client";

    @Bean
    AuthorizationServerSettings authorizationServerSettings(IssuerSettings settings) {
        return AuthorizationServerSettings.builder().issuer(settings.uri()).build();
    }

    @Bean
    SigningKeys signingKeys(SigningKeyStore store, Clock clock) {
        SigningKeys keys = new SigningKeys(store, clock);
        keys.begin();
        return keys;
    }

    /** Signs with one key, while the source publishes several. */
    @Bean
    JwtEncoder jwtEncoder(SigningKeys keys) {
        return new NimbusJwtEncoder((selector, context) -> selector.select(new JWKSet(keys.signing())));
    }

    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys, OAuth2TokenValidator<Jwt> accessTokenValidator) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(accessTokenValidator);
        return decoder;
    }

    @Bean
    RegisteredClientRepository registeredClientRepository(
            JdbcOperations jdbc, ClientKinds kinds, PasswordEncoder passwords, MasterKey masterKey) {
        JdbcRegisteredClientRepository clients = new JdbcRegisteredClientRepository(jdbc);
        String encoded = Objects.requireNonNull(passwords.encode(masterKey.secret(CLIENT_SECRET)));
        try {
            clients.save(kinds.ofGateway(encoded));
        } catch (DuplicateKeyException otherReplicaWasFaster) {
            clients.save(kinds.ofGateway(encoded));
        }
        return clients;
    }

    @Bean
    OAuth2AuthorizationService authorizationService(
            JdbcOperations jdbc,
            JdbcClient client,
            RegisteredClientRepository clients,
            SignInManagement outcomes,
            Clock clock) {
        return new RotatingAuthorizations(
                new JdbcOAuth2AuthorizationService(jdbc, clients), new SpentRefreshTokens(client, clock), outcomes);
    }

    @Bean
    Seeding seeding(
            SeedSettings seed,
            Accounts accounts,
            RegisteredClientRepository clients,
            ClientKinds kinds,
            PasswordEncoder passwords,
            AuditTrail audit,
            TransactionTemplate transaction) {
        return new Seeding(seed, accounts, clients, kinds, passwords, audit, transaction);
    }

    @Bean
    SignIns signIns(Accounts accounts, PasswordEncoder passwords, FailedSignIns failures, SignInManagement outcomes) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(name -> accounts.password(name)
                .map(password -> User.withUsername(name).password(password).build())
                .orElseThrow(() -> new UsernameNotFoundException("no such account")));
        provider.setPasswordEncoder(passwords);
        return new SignIns(provider, failures, outcomes);
    }

    /** The gateway as a client of its own issuer: the same dance that an external issuer would see. */
    @Bean
    ClientRegistrationRepository clientRegistrationRepository(IssuerSettings settings, MasterKey masterKey) {
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("gateway")
                .clientId(settings.clientId())
                .clientSecret(masterKey.secret(CLIENT_SECRET))
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(settings.redirectUri())
                .scope(OidcScopes.OPENID)
                .issuerUri(settings.uri())
                .authorizationUri(settings.uri() + "/oauth2/authorize")
                .tokenUri(settings.uri() + "/oauth2/token")
                .jwkSetUri(settings.uri() + "/oauth2/jwks")
                .userNameAttributeName("sub")
                .build());
    }
}
