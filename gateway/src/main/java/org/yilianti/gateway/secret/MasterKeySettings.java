package org.yilianti.gateway.secret;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the master key comes from.
 *
 * @param masterKey 32 bytes in base64 (PLATFORM_MASTER_KEY)
 */
@Validated
@ConfigurationProperties("gateway.secret")
record MasterKeySettings(@NotBlank String masterKey) {

    @Override
    public String toString() {
        return "MasterKeySettings[masterKey=***]";
    }
}
