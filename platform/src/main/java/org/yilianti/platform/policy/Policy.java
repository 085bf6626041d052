package org.yilianti.platform.policy;

import java.util.regex.Pattern;

/**
 * A setting that an association may change, declared as a bean by the service that obeys it.
 *
 * @param name unique in the service, lower case with hyphens, such as {@code practice-eligibility}; its title is the message
 *     {@code policy.<name>}
 * @param type the record of its values; a constructor that refuses (by {@code Refusal} or {@code IllegalArgumentException})
 *     keeps a proposal with such values out
 * @param standard what holds until the association decides otherwise
 */
public record Policy<T extends Record>(String name, Class<T> type, T standard) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,99}");

    public Policy {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a policy is named in lower case with hyphens: " + name);
        }
    }
}
