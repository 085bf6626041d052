package org.yilianti.platform.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yilianti.platform.time.Era;

/** Wires paging, versions, days and correlation ids. */
@AutoConfiguration
class WebConfiguration {

    @Bean
    FilterRegistrationBean<CorrelationFilter> correlationFilter() {
        FilterRegistrationBean<CorrelationFilter> filter = new FilterRegistrationBean<>(new CorrelationFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    WebMvcConfigurer requestArgumentsConfigurer() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new RequestArguments());
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addFormatterForFieldType(
                        LocalDate.class,
                        (day, locale) -> day.toString(),
                        (text, locale) -> Era.checked(LocalDate.parse(text)));
                registry.addFormatterForFieldType(
                        YearMonth.class, (month, locale) -> month.toString(), (text, locale) -> Era.month(text));
            }
        };
    }
}
