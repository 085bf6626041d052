package org.yilianti.rotation.service.web;

import java.util.List;
import java.util.Locale;
import org.yilianti.platform.problem.ProblemFactory;
import org.yilianti.rotation.service.RecordFlag;

/**
 * What is not as it should be with a record, in the caller's language.
 *
 * @param blocking whether it keeps the record from being confirmed until it is resolved
 * @param args values in the message; of {@code unlawful-practice}, the code of the verdict
 */
record FlagResource(String code, boolean blocking, List<String> args, String message) {

    static List<FlagResource> of(List<RecordFlag> flags, ProblemFactory texts, Locale locale) {
        return flags.stream()
                .map(flag -> new FlagResource(
                        flag.code(),
                        flag.blocking(),
                        flag.args(),
                        texts.text("service-record." + flag.code(), flag.args().toArray(), locale)))
                .toList();
    }
}
