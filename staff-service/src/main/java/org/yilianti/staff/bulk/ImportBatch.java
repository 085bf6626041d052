package org.yilianti.staff.bulk;

import java.util.List;

/**
 * Rows that are taken together.
 *
 * @param bytesRead how much of the file was read with them
 * @param last no row follows
 * @param ahead whether they may be judged before their turn
 */
record ImportBatch(List<ImportRow> rows, long bytesRead, boolean last, boolean ahead) {}
