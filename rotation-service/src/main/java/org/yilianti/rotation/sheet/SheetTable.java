package org.yilianti.rotation.sheet;

import java.util.List;

/**
 * A roster as text in rows and columns; every file is made from it.
 *
 * @param wide whether it needs a page on its side
 */
public record SheetTable(String title, List<String> header, List<List<String>> rows, boolean wide) {}
