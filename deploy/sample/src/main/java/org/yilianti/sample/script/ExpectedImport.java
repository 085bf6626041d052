package org.yilianti.sample.script;

import java.util.List;

/**
 * What an import of one generated list must report.
 *
 * @param rows data rows without the header
 */
public record ExpectedImport(int rows, int rejected, List<Mistake> mistakes) {

    /**
     * A deliberately bad row.
     *
     * @param line line in the file; the header is line 1
     * @param key value of the first column
     * @param code error that must be among those reported at {@code column}
     */
    public record Mistake(int line, String key, String column, String code) {}
}
