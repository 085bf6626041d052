package org.yilianti.rotation.table;

import java.util.List;

/**
 * A list as text.
 *
 * @param name of the sheet in a workbook
 */
public record TableSheet(String name, List<String> header, List<List<String>> rows) {}
