package org.yilianti.platform.access;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads the caller from a validated token; a malformed claim refuses the token. */
class CallerConverter implements Converter<Jwt, AbstractAuthenticationToken> {

    @Override
    public AbstractAuthenticationToken convert(Jwt jwt) {
        try {
            return new CallerAuthentication(jwt, Caller.of(jwt));
        } catch (IllegalArgumentException malformed) {
            throw new BadCredentialsException("the token's association or grants claim is malformed", malformed);
        }
    }
}
