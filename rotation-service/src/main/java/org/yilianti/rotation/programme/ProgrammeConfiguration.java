package org.yilianti.rotation.programme;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yilianti.platform.policy.Policy;

/** Declares what associations may decide about rotations. */
@Configuration(proxyBeanMethods = false)
class ProgrammeConfiguration {

    @Bean
    Policy<PostingPolicy> postingPolicy() {
        return new Policy<>("rotation-postings", PostingPolicy.class, PostingPolicy.standard());
    }
}
