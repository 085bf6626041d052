package org.yilianti.sample;

/**
 * The secrets of the sample accounts.
 *
 * @param password of every person
 * @param clientSecret of every machine client
 */
public record SampleCredentials(String password, String clientSecret) {

    @Override
    public String toString() {
        return "SampleCredentials[…]";
    }
}
