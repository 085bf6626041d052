package org.yilianti.platform.personal;

import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Makes the cipher from the installation's master key (base64 of 32 bytes, environment PLATFORM_MASTER_KEY). */
@AutoConfiguration
class PersonalDataConfiguration {

    @Bean
    PersonalDataCipher personalDataCipher(@Value("${platform.master-key}") String masterKey) {
        return new PersonalDataCipher(Base64.getDecoder().decode(masterKey));
    }
}
