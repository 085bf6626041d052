package org.yilianti.platform.table;

import java.util.List;

/**
 * A line of a table as text.
 *
 * @param number where it begins in the file, from 1; of a workbook, in its sheet
 * @param cells empty text for an empty cell; those after the last filled one may be missing
 */
public record TableLine(long number, List<String> cells) {}
