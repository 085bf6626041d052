package org.yilianti.rotation.wish;

import java.util.Arrays;
import java.util.List;

/**
 * What is wrong in a row of a file.
 *
 * @param line of the file, from 1, the header counted
 * @param code also the key of the message
 */
public record WishFault(long line, String column, String code, List<Object> args) {

    static WishFault of(long line, String column, String code, Object... args) {
        return new WishFault(line, column, code, Arrays.asList(args));
    }
}
