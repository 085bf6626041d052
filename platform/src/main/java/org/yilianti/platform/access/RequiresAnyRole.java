package org.yilianti.platform.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The endpoint is open to every role: what each caller sees there is narrowed by institutions or to the caller's own data. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Requires({
    Role.ASSOCIATION_ADMIN,
    Role.HR_OFFICER,
    Role.REGISTRAR,
    Role.SCHEDULER,
    Role.EVALUATOR,
    Role.PAYROLL_OFFICER,
    Role.PAYROLL_REVIEWER,
    Role.AUDITOR,
    Role.STAFF,
    Role.INTEGRATION
})
public @interface RequiresAnyRole {}
