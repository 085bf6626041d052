package org.yilianti.staff.evidence.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.access.CallerSource;
import org.yilianti.staff.evidence.Examination;

/** Puts the examination of uploads between the sign-in and the transaction of the request. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    /** After Spring Security (-100), before the Idempotency-Key (0), whose transaction spans the request. */
    static final int ORDER = -10;

    @Bean
    FilterRegistrationBean<UploadFilter> uploadFilter(
            CallerSource callers, EvidenceReading reading, Examination examination) {
        FilterRegistrationBean<UploadFilter> filter =
                new FilterRegistrationBean<>(new UploadFilter(callers, reading, examination));
        filter.addUrlPatterns("/v1/evidence-files");
        filter.setOrder(ORDER);
        return filter;
    }
}
