package org.yilianti.gateway.secret;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the configured master key. */
@Configuration(proxyBeanMethods = false)
class MasterKeyConfiguration {

    @Bean
    MasterKey masterKey(MasterKeySettings settings) {
        return MasterKey.parse(settings.masterKey());
    }
}
