package org.yilianti.platform.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The endpoint is for people who signed in a short while ago, as the service's {@link RecentSignIn} says; all others are told to sign
 * in again (401, RFC 9470). A machine has no sign-in and is always refused.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresRecentSignIn {}
