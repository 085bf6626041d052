package org.yilianti.rotation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts rotation-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class RotationApplication {

    public static void main(String[] args) {
        SpringApplication.run(RotationApplication.class, args);
    }
}
