package org.yilianti.incentive;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the incentive service. */
@SpringBootApplication
@ConfigurationPropertiesScan
class IncentiveApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(IncentiveApplication.class, arguments);
    }
}
